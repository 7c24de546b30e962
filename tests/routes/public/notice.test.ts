import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { loader as cohortPage, meta } from "#app/routes/public/cohort.tsx";
import { loader as home } from "#app/routes/public/home.tsx";
import { db } from "#app/runtime.server.ts";
import { anOpenCohort, type SampleName } from "#tests/factories/cohort.ts";
import { get, route } from "#tests/routes/account/request.ts";

/** A Wednesday at 10:00 in Seoul; the cohort closes on the Monday after it at 18:00. */
const now = new Date("2026-11-25T01:00:00.000Z");

async function notice(slug: string, { language = "ko", at = now } = {}) {
  const args = route(get(`/cohorts/${slug}`, { cookie: `language=${language}` }), { slug });
  return cohortPage({ ...args, context: { ...args.context, arrivedAt: at } });
}

test.each<SampleName>(["ai-academy", "gcc-academy"])(
  "the notice of %s has every part that people look for, and a list of them in their order",
  async (sample) => {
    const { slug } = await anOpenCohort(db, { sample, now });
    const page = await notice(slug);

    expect(page.contents.map(({ id }) => id)).toEqual(
      ["course", "tracks", "calendar", "eligibility", "documents", "consents", "stages", "bonus", "ties"].concat(
        ["announcement", "reserve", "appeals", "faq", "contact"],
      ),
    );
    expect(page.tracks.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(page.seats);
    expect(page.stages.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBe(100);
    for (const stage of page.stages) {
      expect(stage.criteria.reduce((sum, { max }) => sum + max, 0)).toBe(stage.maxScore);
    }
    expect(page.faq).toHaveLength(5);
    expect(page.eligibility[0]!.born!.from < page.eligibility[0]!.born!.to).toBe(true);
    expect(page.documents.every(({ formats, maxMB, maxFiles }) => formats.length > 0 && maxMB > 0 && maxFiles > 0)).toBe(
      true,
    );
    expect(page.appeals.answerDays).toBe(10);
  },
);

test("a notice counts days in Seoul: four before the close, the last day itself, none from the closing instant on", async () => {
  const { slug, closesAt } = await anOpenCohort(db, { now });
  const minutesBefore = (minutes: number) => new Date(closesAt.getTime() - minutes * 60_000);

  expect((await notice(slug)).daysLeft).toBe(5);
  expect((await notice(slug, { at: minutesBefore(60 * 18 + 1) })).daysLeft).toBe(1);
  expect((await notice(slug, { at: minutesBefore(60 * 18) })).daysLeft).toBe(0);
  const lastMoment = await notice(slug, { at: new Date(closesAt.getTime() - 1) });
  expect([lastMoment.door, lastMoment.daysLeft]).toEqual(["open", 0]);
  const late = await notice(slug, { at: closesAt });
  expect([late.door, late.daysLeft]).toEqual(["over", null]);
});

test("the calendar says of each date whether it is over, under way or how far off", async () => {
  const { slug, opensAt, closesAt } = await anOpenCohort(db, { now });
  const { events } = await notice(slug);
  const stateOf = (key: string) => events.find((event) => event.key === key)!;

  expect(stateOf("notice").state).toBe("over");
  expect(stateOf("application")).toMatchObject({ state: "now", days: 5 });
  expect(stateOf("finalResult").state).toBe("coming");
  expect(stateOf("finalResult").days).toBeGreaterThan(5);
  expect(events.map(({ key }) => key)).not.toContain("documentFix");
  expect(Date.parse(stateOf("application").start)).toBe(opensAt.getTime());
  expect(Date.parse(stateOf("application").end)).toBe(closesAt.getTime());
});

test("the clock of a notice is the server's: the instant at which the request arrived", async () => {
  const { slug } = await anOpenCohort(db, { now });
  expect((await notice(slug)).serverTime).toBe(now.toISOString());
});

test("a notice is told to search engines and shared links with its address, in the reader's language", async () => {
  const { slug, definition } = await anOpenCohort(db, { now });
  const tagsIn = async (language: string) => {
    const data = await notice(slug, { language });
    return meta({ data } as unknown as Parameters<typeof meta>[0]) ?? [];
  };
  const url = `http://localhost:3000/cohorts/${slug}`;

  const korean = await tagsIn("ko");
  expect(korean).toEqual(
    expect.arrayContaining([
      { tagName: "link", rel: "canonical", href: url },
      { property: "og:url", content: url },
      { property: "og:title", content: definition.title.ko },
      { property: "og:description", content: definition.summary.ko },
      { name: "description", content: definition.summary.ko },
      { property: "og:type", content: "article" },
      { property: "og:locale", content: "ko_KR" },
    ]),
  );
  expect(await tagsIn("en")).toEqual(
    expect.arrayContaining([
      { property: "og:title", content: definition.title.en },
      { property: "og:locale", content: "en_US" },
    ]),
  );
});

test("an English notice has no Korean but the official names of certificates", async () => {
  const { slug } = await anOpenCohort(db, { now });
  const { bonus, ...page } = await notice(slug, { language: "en" });
  const { example, ...announcement } = page.announcement;
  const shown = { ...page, announcement, bonus: bonus.items.map(({ label }) => label) };
  expect(JSON.stringify(shown)).not.toMatch(/[가-힣]/);
  expect(example).toBe("홍*동");
});

test("the first page leads to what is open, with the days that are left", async () => {
  const { slug } = await anOpenCohort(db, { now });
  const args = route(get("/"));
  const { open } = await home({ ...args, context: { ...args.context, arrivedAt: now } });
  expect(open.find((card) => card.slug === slug)).toMatchObject({ door: "open", daysLeft: 5 });
});

test("a notice that was not opened is 404", async () => {
  const { slug, cohortId } = await anOpenCohort(db, { now });
  await db.updateTable("cohort").set({ phase: "draft" }).where("id", "=", cohortId).execute();
  await expect(notice(slug)).rejects.toMatchObject({ status: 404 });
});
