import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { unpacksWithin } from "#app/http/zip-size.server.ts";

const MEGABYTE = 1024 * 1024;
type Part = { readonly name: string; readonly content: Buffer; readonly claims?: number };

/** A ZIP file by hand, so that it can lie about the size of what it holds, and hide an entry between others. */
function aZip(parts: readonly Part[], hidden: Uint8Array = new Uint8Array()): Buffer {
  const blocks: Uint8Array[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = content.byteLength } of parts) {
    const data = deflateRawSync(content);
    const head = Buffer.alloc(30 + name.length);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(data.byteLength, 18);
    head.writeUInt32LE(claims, 22);
    head.writeUInt16LE(name.length, 26);
    head.write(name, 30, "latin1");
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.byteLength, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46, "latin1");
    list.push(entry);
    blocks.push(head, data, hidden);
    offset += head.byteLength + data.byteLength + hidden.byteLength;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...blocks, ...list, end]);
}

const bomb = { name: "xl/sharedStrings.xml", content: Buffer.alloc(50 * MEGABYTE) };

describe("what a ZIP file unpacks to", () => {
  test("is within the limit for a workbook", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("점수").addRows(Array.from({ length: 2000 }, (_, row) => [`GCC02-${row}`, 85, row]));
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await unpacksWithin(bytes, 5 * MEGABYTE)).toBe(true);
    expect(await unpacksWithin(bytes, 1000)).toBe(false);
  });

  test("is counted, whatever the file says of itself", async () => {
    const zip = aZip([{ ...bomb, claims: 10 }]);
    expect(zip.byteLength).toBeLessThan(MEGABYTE / 10);
    expect(await unpacksWithin(zip, 49 * MEGABYTE)).toBe(false);
    expect(await unpacksWithin(zip, 51 * MEGABYTE)).toBe(true);
  });

  test("is counted together", async () => {
    expect(await unpacksWithin(aZip([bomb, { ...bomb, name: "xl/workbook.xml" }]), 60 * MEGABYTE)).toBe(false);
  });

  test("cannot be hidden between the entries, or in front of them", async () => {
    const small = { name: "a.xml", content: Buffer.from("<a/>") };
    const inner = aZip([bomb]);
    expect(await unpacksWithin(aZip([small, small], inner.subarray(0, 60_000)), 100 * MEGABYTE)).toBe(false);
    expect(await unpacksWithin(Buffer.concat([inner, aZip([small])]), 100 * MEGABYTE)).toBe(false);
  });

  test("is nothing for bytes that are no ZIP file, or a broken one", async () => {
    for (const bytes of [Buffer.from("PK\x03\x04 is all"), Buffer.alloc(0), aZip([bomb]).subarray(0, 40)])
      expect(await unpacksWithin(bytes, MEGABYTE)).toBe(false);
    const broken = aZip([{ name: "a.xml", content: Buffer.from("some text to be packed") }]);
    broken.fill(0xff, 35, 50);
    expect(await unpacksWithin(broken, MEGABYTE)).toBe(false);
  });
});
