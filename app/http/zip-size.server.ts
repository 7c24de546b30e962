import { createInflateRaw } from "node:zlib";

type Entry = { readonly offset: number; readonly packed: number; readonly method: number };

/**
 * Whether everything in a ZIP file stays within `limit` bytes when it is unpacked, found by unpacking and not by what
 * the file says of itself. False for one whose list of contents does not account for all of its bytes: a reader that
 * goes from entry to entry would find more in it.
 */
export async function unpacksWithin(bytes: Uint8Array, limit: number): Promise<boolean> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limit;
  try {
    for (const { method, data } of contentsOf(zip)) {
      if (method === 0) left -= data.byteLength;
      else if (method === 8) left = await leftAfter(data, left);
      else return false;
      if (left < 0) return false;
    }
    return true;
  } catch (fault) {
    if (fault instanceof RangeError || isBrokenData(fault)) return false;
    throw fault;
  }
}

/** Negative as soon as more came out than was allowed; the rest is not unpacked. */
async function leftAfter(data: Buffer, limit: number): Promise<number> {
  let left = limit;
  const unpacking = createInflateRaw();
  unpacking.end(data);
  for await (const chunk of unpacking as AsyncIterable<Buffer>) {
    left -= chunk.byteLength;
    if (left < 0) return left;
  }
  return left;
}

function contentsOf(zip: Buffer): readonly { readonly method: number; readonly data: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const listAt = zip.readUInt32LE(end + 16);
  const entries = entriesOf(zip, listAt, zip.readUInt16LE(end + 10)).toSorted(
    (one, other) => one.offset - other.offset,
  );
  if (entries[0]?.offset !== 0) throw new RangeError("begins with something else");
  return entries.map(({ offset, packed, method }, index) => {
    if (zip.readUInt32LE(offset) !== 0x04034b50) throw new RangeError("no entry where one should be");
    const from = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const next = entries[index + 1]?.offset ?? listAt;
    // Behind the data may stand its sizes and checksum, with or without their mark.
    if (![0, 12, 16].includes(next - from - packed)) throw new RangeError("something lies between the entries");
    return { method, data: zip.subarray(from, from + packed) };
  });
}

function entriesOf(zip: Buffer, listAt: number, count: number): readonly Entry[] {
  const entries: Entry[] = [];
  let at = listAt;
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new RangeError("the list of contents is broken");
    const [method, packed, offset] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    entries.push({ method, packed, offset });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function isBrokenData(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && typeof fault.code === "string" && fault.code.startsWith("Z_");
}
