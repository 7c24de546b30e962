import { afterAll, expect, test } from "vitest";
import { select } from "#app/cli/select.ts";
import { atLevel } from "#app/domain/proof/record/at-level.ts";
import { aRecord } from "#tests/domain/proof/record/a-record.ts";
import { aFileFolder } from "./file-command.ts";

const files = aFileFolder();
afterAll(files.remove);

test("a record of level P2 is an input as well: it comes to the seats it tells", async () => {
  const record = aRecord();
  const { code, answer } = await files.run(select, record);
  const seats = answer["selected"] as readonly { readonly applicationNo: string; readonly track: string }[];
  expect(code).toBe(0);
  expect(seats.map(({ applicationNo, track }) => [applicationNo, track])).toEqual(
    record.selected.map(({ ref, track }) => [ref, track]),
  );
});

test("a record without people is refused, saying which level has them", async () => {
  expect(await files.refusalOf(select, atLevel(aRecord(), "P1"))).toMatch(
    /level: only a record of level P2 holds the people$/,
  );
});

test("a record whose people were made of something else is refused at the place", async () => {
  const record = aRecord();
  const people = record.people?.map((person) => ({ ...person, acceptOther: "yes" }));
  expect(await files.refusalOf(select, { ...record, people })).toMatch(/people\[0\]\.acceptOther/);
});
