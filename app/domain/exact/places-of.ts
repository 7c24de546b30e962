/** `distinct[places[i]]` is the value at i. */
export type Placed<Value> = { readonly distinct: readonly Value[]; readonly places: Uint32Array };

/** The distinct values in the order in which they first occur, and which of them stands where: work is done once a value. */
export function placesOf<Value extends string | number | bigint>(values: ArrayLike<Value>): Placed<Value> {
  const known = new Map<Value, number>();
  const distinct: Value[] = [];
  const places = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as Value;
    let place = known.get(value);
    if (place === undefined) {
      place = distinct.length;
      known.set(value, place);
      distinct.push(value);
    }
    places[at] = place;
  }
  return { distinct, places };
}
