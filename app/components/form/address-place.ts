type Place = Readonly<Partial<Record<"zonecode" | "sido" | "sigungu" | "road", unknown>>>;

/** The parts that say where an address is, as one text: what was found for one place does not hold for another. */
export function placeOf({ zonecode, sido, sigungu, road }: Place): string {
  return [zonecode, sido, sigungu, road]
    .map((part) => (typeof part === "string" ? part.normalize("NFC").trim() : ""))
    .join(" / ");
}
