import { afterEach, expect, test } from "vitest";
import { jusoAt } from "#app/address/juso.server.ts";
import { aJuso, startJusoDouble, type JusoDouble } from "#tests/support/juso-double.ts";

let double: JusoDouble | undefined;
afterEach(async () => double?.stop());

async function started(how?: Parameters<typeof startJusoDouble>[0]) {
  double = await startJusoDouble(how);
  return { asked: double.asked, lookUp: jusoAt({ url: double.url, key: "made-up-key" }) };
}

test("an address is asked for as the service documents it, and read in its parts", async () => {
  const { asked, lookUp } = await started();

  expect(await lookUp("가상로 12")).toEqual({
    kind: "found",
    addresses: [
      {
        zonecode: "04524",
        road: "가상로 12 (가상동)",
        jibun: "가상동 12-1",
        sido: "서울특별시",
        sigungu: "가상구",
        bcode: "1114010300",
      },
    ],
  });
  expect(asked).toEqual([
    { keyword: "가상로 12", currentPage: "1", countPerPage: "10", resultType: "json", confmKey: "made-up-key" },
  ]);
});

test("a place without a district keeps its road whole", async () => {
  const { lookUp } = await started({
    juso: () => [{ ...aJuso(), siNm: "세종특별자치시", sggNm: "", roadAddr: "세종특별자치시 가상로 3" }],
  });

  expect(await lookUp("세종 가상로 3")).toMatchObject({
    addresses: [{ sido: "세종특별자치시", sigungu: "", road: "가상로 3" }],
  });
});

test("nothing found is an empty list, and more than ten are ten", async () => {
  const { lookUp } = await started({
    juso: (words) => (words === "없는길 1" ? null : Array.from({ length: 30 }, (_, index) => aJuso(index))),
  });

  expect(await lookUp("없는길 1")).toEqual({ kind: "found", addresses: [] });
  expect(await lookUp("가상로")).toMatchObject({ addresses: { length: 10 } });
});

test("words that the service wants otherwise are vague; too few are not even sent", async () => {
  const { asked, lookUp } = await started({ errorCode: "E0006" });

  expect(await lookUp("가상로")).toEqual({ kind: "vague" });
  expect(await lookUp(" % ")).toEqual({ kind: "vague" });
  expect(asked).toHaveLength(1);
});

test("signs that no address has are not sent, and a long text is cut", async () => {
  const { asked, lookUp } = await started();
  await lookUp("가상로%' OR 1=1 <12>");
  await lookUp("가".repeat(200));

  expect(asked.map(({ keyword }) => keyword)).toEqual(["가상로 OR 1 1 12", "가".repeat(80)]);
});

test.each<readonly [string, Parameters<typeof startJusoDouble>[0]]>([
  ["refuses the key", { errorCode: "E0001" }],
  ["is broken", { answer: (response) => response.writeHead(500).end("oops") }],
  ["leads elsewhere", { answer: (response) => response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end() }],
  ["answers something else", { answer: (response) => response.end("<html></html>") }],
  ["answers without end", { answer: (response) => response.end(" ".repeat(300 * 1024)) }],
])("a service that %s is a fault that does not repeat the words", async (_, how) => {
  const { lookUp } = await started(how);

  const fault: unknown = await lookUp("비밀로 77").catch((each: unknown) => each);
  expect(fault).toBeInstanceOf(Error);
  expect(String((fault as Error).stack)).not.toContain("비밀로");
});

test("a service that is silent is waited for three seconds and no longer", { timeout: 8000 }, async () => {
  const { lookUp } = await started({ answer: () => undefined });
  const began = performance.now();

  await expect(lookUp("가상로 12")).rejects.toThrow();
  expect(performance.now() - began).toBeGreaterThan(2500);
  expect(performance.now() - began).toBeLessThan(6000);
});
