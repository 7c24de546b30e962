import { subjectTitle } from "../../../applicant/appeals/appeals-view.server.ts";
import { appealDocumentKey, appealNumberText } from "#app/domain/appeal/appeal.ts";
import { businessDaysLeft } from "#app/domain/appeal/business-days.ts";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { holidayCheck } from "#app/use-cases/holidays.ts";
import { listAppealsOfCohort, type RegisteredAppeal } from "#db/queries/appeals.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listFiles } from "#db/queries/files.ts";

type Wanted = {
  readonly cohort: Cohort;
  readonly language: Language;
  readonly now: Date;
  readonly open: string | null;
};

/** The rows of the register, and of one appeal everything. */
export async function appealRegister({ cohort, language, now, open }: Wanted) {
  const definition = await getDefinition(reads, cohort.definitionId);
  const isHoliday = holidayCheck(definition);
  const from = dayInSeoul(now);
  const appeals = await listAppealsOfCohort(reads, cohort.id);
  const rowOf = ({ id, number, applicationNumber, ground, status, arrivedAt, answerBy, ...row }: RegisteredAppeal) => ({
    id,
    number: appealNumberText(number),
    applicationNumber,
    ground,
    status,
    arrivedAt,
    answerBy,
    about: subjectTitle(row.about, { definition, language }),
    left: status === "received" ? businessDaysLeft({ from, until: answerBy, isHoliday }) : null,
  });
  const wanted = appeals.find(({ id }) => id === open);
  return {
    answerWithin: definition.appeals.answerWithinBusinessDays,
    rows: appeals.map(rowOf),
    open: wanted ? { ...rowOf(wanted), ...(await detailOf(wanted)) } : null,
  };
}

async function detailOf(appeal: RegisteredAppeal) {
  const { id, applicationId, name, statement, answer, minuteNumber, decidedByName, decidedAt } = appeal;
  const files = await listFiles(reads, applicationId);
  return {
    applicationId,
    name,
    statement,
    answer,
    minuteNumber,
    decidedByName,
    decidedAt,
    files: files
      .filter(({ documentKey }) => documentKey === appealDocumentKey(id))
      .map(({ id: fileId, name: fileName, size }) => ({
        id: fileId,
        name: fileName,
        bytes: size,
        href: paths.file(fileId),
      })),
  };
}
export type OpenedAppeal = NonNullable<Awaited<ReturnType<typeof appealRegister>>["open"]>;
