import { createServer, type ServerResponse } from "node:http";
import { freePort } from "./free-port.ts";

export type JusoDouble = {
  readonly url: string;
  /** What was asked, as the query had it. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  readonly stop: () => Promise<void>;
};

/** An address of nobody, in the words of the service. */
export function aJuso(number = 12) {
  return {
    roadAddr: `서울특별시 가상구 가상로 ${number} (가상동)`,
    roadAddrPart1: `서울특별시 가상구 가상로 ${number}`,
    roadAddrPart2: "(가상동)",
    jibunAddr: `서울특별시 가상구 가상동 ${number}-1`,
    zipNo: "04524",
    admCd: "1114010300",
    siNm: "서울특별시",
    sggNm: "가상구",
    emdNm: "가상동",
    bdNm: "",
  };
}

/** Answers as the road name address service does: what `juso` gives for the words, or what `answer` writes itself. */
export async function startJusoDouble({
  juso = () => [aJuso()],
  errorCode = "0",
  answer,
}: {
  readonly juso?: (words: string) => readonly object[] | null;
  readonly errorCode?: string;
  readonly answer?: (response: ServerResponse) => void;
} = {}): Promise<JusoDouble> {
  const asked: Readonly<Record<string, string>>[] = [];
  const server = createServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? "", "http://double").searchParams);
    asked.push(query);
    if (answer) return answer(response);
    const found = errorCode === "0" ? juso(query["keyword"] ?? "") : null;
    const common = { errorMessage: "", countPerPage: "10", totalCount: String(found?.length ?? 0), errorCode };
    response.setHeader("Content-Type", "application/json;charset=UTF-8");
    response.end(JSON.stringify({ results: { common: { ...common, currentPage: "1" }, juso: found } }));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}/addrlink/addrLinkApi.do`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
