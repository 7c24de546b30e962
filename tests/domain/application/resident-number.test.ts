import { expect, test } from "vitest";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";

test.each([
  "000131-3123456",
  "0001313123456",
  "제 번호는 990101-1234567입니다.",
  "홍길동_850229-7123456.pdf".replace("850229", "840229"),
  "０００１３１－３１２３４５６",
  "000131 – 4123456",
  "901231-8123456",
])("%s holds a resident registration number", (text) => {
  expect(containsResidentNumber(text)).toBe(true);
});

test.each([
  ["the seventh digit is 9", "000131-9123456"],
  ["the seventh digit is 0", "000131-0123456"],
  ["there is no 31 February", "000231-3123456"],
  ["1985 had no 29 February", "850229-1234567"],
  ["the last digits are masked", "000131-3******"],
  ["it is a phone number", "010-1234-5678"],
  ["it is part of a longer number", "12000131312345678"],
  ["it is a day", "2000-01-31"],
  ["nothing is written", ""],
])("no resident number: %s", (_why, text) => {
  expect(containsResidentNumber(text)).toBe(false);
});
