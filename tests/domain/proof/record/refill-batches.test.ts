import { expect, test } from "vitest";
import { refillBatches, type SeatEvent } from "#app/domain/proof/record/refill-batches.ts";

const left = (at: string, applicationNo: string): SeatEvent => ({ kind: "left", at, applicationNo });
const held = (at: string, applicationNo: string): SeatEvent => {
  return { kind: "held", at, applicationNo, track: "a", fromTrack: "b", number: 3 };
};
const seat = (ref: string) => ({ ref, track: "a", fromTrack: "b", number: 3 });

test("who left, and who was called at one instant, make one batch", () => {
  const events = [left("1", "A"), left("2", "B"), held("2", "C"), held("2", "D"), left("3", "E"), held("3", "F")];
  expect(refillBatches(events)).toEqual([
    { leavers: ["A", "B"], seatsAdded: [], added: [seat("C"), seat("D")] },
    { leavers: ["E"], seatsAdded: [], added: [seat("F")] },
  ]);
});

test("seats held one after another without anybody leaving are batches of their own", () => {
  const added: SeatEvent = { kind: "seats_added", at: "1", track: "a", seats: 2 };
  expect(refillBatches([added, held("1", "C"), held("2", "D")])).toEqual([
    { leavers: [], seatsAdded: [{ track: "a", seats: 2 }], added: [seat("C")] },
    { leavers: [], seatsAdded: [], added: [seat("D")] },
  ]);
});

test("who left after the last refill makes a batch that adds nobody; nothing happened is no batch", () => {
  expect(refillBatches([held("1", "C"), left("1", "A")])).toEqual([
    { leavers: [], seatsAdded: [], added: [seat("C")] },
    { leavers: ["A"], seatsAdded: [], added: [] },
  ]);
  expect(refillBatches([])).toEqual([]);
});
