import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readForm, readFormData } from "#app/http/form.server.ts";

const here = "https://portal.example/form";
const ours = { "Sec-Fetch-Site": "same-origin" };
const MEGABYTE = 1024 * 1024;

function aRequest(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(here, { method: "POST", headers: { ...ours, ...headers }, body });
}

function fileOf(bytes: number): File {
  return new File([new Uint8Array(bytes)], "proof.pdf", { type: "application/pdf" });
}

async function statusOf(reading: Promise<unknown>): Promise<number> {
  try {
    await reading;
    return 200;
  } catch (answer) {
    if (answer instanceof Response) return answer.status;
    throw answer;
  }
}

const schema = z.object({ name: z.string().max(20), seats: z.coerce.number().int().min(1) });

describe("reading a form", () => {
  test("gives what the schema makes of it", async () => {
    const submission = await readForm(aRequest(new URLSearchParams({ name: "가상인", seats: "3" })), schema);

    expect(submission).toMatchObject({ status: "success", value: { name: "가상인", seats: 3 } });
  });

  test("that is wrong keeps what was typed and says where it is wrong", async () => {
    const submission = await readForm(aRequest(new URLSearchParams({ name: "가상인", seats: "0" })), schema);

    expect(submission.status).toBe("error");
    expect(submission.reply()).toMatchObject({ initialValue: { name: "가상인", seats: "0" } });
    expect(Object.keys(submission.reply().error ?? {})).toEqual(["seats"]);
  });

  test("of another site is refused before it is read", async () => {
    const request = aRequest(new URLSearchParams({ name: "x" }), { "Sec-Fetch-Site": "cross-site" });

    expect(await statusOf(readForm(request, schema))).toBe(403);
    expect(request.bodyUsed).toBe(false);
  });

  test("keeps files as they were sent", async () => {
    const form = new FormData();
    form.set("proof", fileOf(1000));
    const file = (await readFormData(aRequest(form))).get("proof") as File;

    expect(file).toMatchObject({ name: "proof.pdf", type: "application/pdf", size: 1000 });
  });
});

describe("a form that is too large is refused with 413", () => {
  test("for one file", async () => {
    const form = new FormData();
    form.set("proof", fileOf(25 * MEGABYTE + 1));
    expect(await statusOf(readFormData(aRequest(form)))).toBe(413);
  });

  test("for the number of its files", async () => {
    const form = new FormData();
    for (let count = 0; count < 11; count += 1) form.append("proof", fileOf(10));
    expect(await statusOf(readFormData(aRequest(form)))).toBe(413);
  });

  test("for all its files together", async () => {
    const form = new FormData();
    for (let count = 0; count < 3; count += 1) form.append("proof", fileOf(20 * MEGABYTE));
    expect(await statusOf(readFormData(aRequest(form)))).toBe(413);
  });

  test("for the number of its fields, with files or without", async () => {
    const form = new FormData();
    for (let count = 0; count < 1001; count += 1) form.append("claim", "x");
    const fields = new URLSearchParams(Array.from({ length: 1001 }, () => ["claim", "x"]));

    expect(await statusOf(readFormData(aRequest(form)))).toBe(413);
    expect(await statusOf(readFormData(aRequest(fields)))).toBe(413);
  });

  test("for its text, in either encoding", async () => {
    const text = "a".repeat(4 * MEGABYTE + 1);
    const form = new FormData();
    form.set("essay", text);
    expect(await statusOf(readFormData(aRequest(form)))).toBe(413);
    expect(await statusOf(readFormData(aRequest(new URLSearchParams({ essay: text }))))).toBe(413);
  });

  test("but not one of the largest file that is allowed", async () => {
    const form = new FormData();
    form.set("proof", fileOf(25 * MEGABYTE));
    expect(await statusOf(readFormData(aRequest(form)))).toBe(200);
  });
});

describe("what no browser's form sends is refused with 400", () => {
  test.each([
    ["JSON", '{"name":"x"}', "application/json"],
    ["text", "name=x", "text/plain"],
    ["parts without a boundary", "--x\r\n", "multipart/form-data"],
    ["parts that are cut off", "--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"],
  ])("%s", async (_what, body, type) => {
    expect(await statusOf(readFormData(aRequest(body, { "Content-Type": type })))).toBe(400);
  });
});

describe("names that no form of ours has are refused with 400, before anything is built from them", () => {
  test.each([
    ["a place in a list", "email[99999999]"],
    ["a list", "email[]"],
    ["the prototype", "__proto__.seats"],
    ["a command of the form library", "__intent__"],
    ["a deep path", "a.".repeat(101)],
  ])("%s", async (_what, name) => {
    const begun = performance.now();
    const fields = new URLSearchParams({ name: "가상인", [name]: "1" });
    const parts = new FormData();
    parts.set(name, "1");
    expect(await statusOf(readForm(aRequest(fields), schema))).toBe(400);
    expect(await statusOf(readForm(aRequest(parts), schema))).toBe(400);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test("while dotted names and names of fields are taken", async () => {
    const fields = new URLSearchParams({ "score.motivation": "20", "address.sido": "x", "reason.0-a": "y" });
    expect(await statusOf(readFormData(aRequest(fields)))).toBe(200);
  });
});
