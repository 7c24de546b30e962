const PREFIX = "place.";

/** The field by which a tie form asks for somebody's place. */
export function placeField(applicationNumber: string): string {
  return `${PREFIX}${applicationNumber}`;
}

/** Application numbers by the place that each was given; a place given twice leaves the order incomplete. */
export function orderOf(form: FormData): readonly string[] {
  const placed = new Map<number, string>();
  for (const [name, value] of form) {
    if (name.startsWith(PREFIX) && typeof value === "string") placed.set(Number(value), name.slice(PREFIX.length));
  }
  return [...placed].toSorted(([left], [right]) => left - right).map(([, number]) => number);
}
