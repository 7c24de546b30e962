import { z } from "zod";
import type { AddressLookup, FoundAddress } from "./address-lookup.ts";

type JusoService = { readonly url: string; readonly key: string | undefined };

const PATIENCE_MS = 3000;
const MOST_BYTES = 256 * 1024;
export const MOST_ADDRESSES = 10;
/** The longest text that the service takes. */
const LONGEST_WORDS = 80;

const part = z.string().max(300).catch("");
const answerSchema = z.object({
  results: z.object({
    common: z.object({ errorCode: z.string() }),
    juso: z
      .array(
        z
          .object({ zipNo: part, roadAddr: part, jibunAddr: part, siNm: part, sggNm: part, admCd: part })
          .transform(found),
      )
      .nullish(),
  }),
});

/**
 * Asks a service that answers as the road name address service of juso.go.kr does (JSON, paged, `confmKey`). Three seconds
 * and 256 kB are the most that it may take; anything but an answer about the words is thrown, without the words.
 */
export function jusoAt({ url, key }: JusoService): AddressLookup {
  return async (text) => {
    const words = plainWords(text);
    if (words.length < 2) return { kind: "vague" };
    const { common, juso } = readAnswer(await fetchText(addressOf({ url, key }, words)));
    if (isAboutWords(common.errorCode)) return { kind: "vague" };
    if (common.errorCode !== "0") throw new Error(`the address service answered ${common.errorCode.slice(0, 20)}`);
    return { kind: "found", addresses: (juso ?? []).filter(({ road }) => road !== "").slice(0, MOST_ADDRESSES) };
  };
}

function addressOf({ url, key = "" }: JusoService, words: string): URL {
  const address = new URL(url);
  const asked = { keyword: words, currentPage: "1", countPerPage: String(MOST_ADDRESSES), resultType: "json" };
  for (const [name, value] of Object.entries({ ...asked, confmKey: key })) address.searchParams.set(name, value);
  return address;
}

/** The service refuses signs that it takes for an attack; no address has them. */
function plainWords(text: string): string {
  const words = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}\s.,·()-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(words).slice(0, LONGEST_WORDS).join("").trim();
}

/** E0005 to E0015: too short, too long, too many results, figures only. The others are about the key or the service. */
function isAboutWords(errorCode: string): boolean {
  return /^E00(0[5-9]|1[0-5])$/.test(errorCode);
}

function readAnswer(text: string): z.output<typeof answerSchema>["results"] {
  try {
    return answerSchema.parse(JSON.parse(text)).results;
  } catch {
    // What is wrong in it may repeat what somebody looked for.
    throw new Error("the address service answered something else");
  }
}

async function fetchText(address: URL): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(address, { signal, redirect: "error", headers: { Accept: "application/json" } });
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel();
    throw new Error(`the address service answered with status ${answer.status}`);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error("the address service answered with too much");
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces).toString("utf8");
}

type Juso = Readonly<Record<"zipNo" | "roadAddr" | "jibunAddr" | "siNm" | "sggNm" | "admCd", string>>;

function found({ zipNo, roadAddr, jibunAddr, siNm, sggNm, admCd }: Juso): FoundAddress {
  const within = (line: string) => {
    const place = [siNm, sggNm].filter((name) => name !== "").join(" ");
    return line.startsWith(`${place} `) ? line.slice(place.length + 1).trim() : line.trim();
  };
  const [sido, sigungu] = [siNm.trim(), sggNm.trim()];
  return {
    zonecode: zipNo.trim(),
    road: within(roadAddr),
    jibun: within(jibunAddr),
    sido,
    sigungu,
    bcode: admCd.trim(),
  };
}
