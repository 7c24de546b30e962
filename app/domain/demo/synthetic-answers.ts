import { createSeededRandom, type SeededRandom } from "#app/domain/draw/seeded-random.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { fieldsOf, optionsOf, type FormField } from "#app/domain/programme/form.ts";
import { isShown } from "#app/domain/programme/shown.ts";
import { syntheticEssay } from "./synthetic-essay.ts";
import { syntheticPerson, type SyntheticPerson } from "./synthetic-person.ts";

export type SyntheticApplication = {
  readonly person: SyntheticPerson;
  readonly firstChoice: string;
  readonly secondChoice: string | null;
  readonly acceptOther: "yes" | "no";
  readonly claims: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
};

type Of = {
  readonly seed: string;
  readonly definition: ProgrammeDefinition;
  readonly index: number;
  readonly firstChoice: string;
  readonly noticeDay: string;
};

/** A whole application of somebody who does not exist, answering every field of the definition's form. */
export function syntheticApplication({ seed, definition, index, firstChoice, noticeDay }: Of): SyntheticApplication {
  const random = createSeededRandom({ seed, label: `${definition.id}|application|${index}` });
  const person = syntheticPerson({ random, definition, index, noticeDay });
  const others = definition.tracks.map(({ id }) => id).filter((id) => id !== firstChoice);
  const secondChoice = random.integerBelow(100) < 70 ? (others[random.integerBelow(others.length)] ?? null) : null;
  const acceptOther = random.integerBelow(100) < 60 ? "yes" : "no";
  const claims = syntheticClaims(random, definition, person);

  const given: Record<string, unknown> = {
    name: person.name,
    birthDate: person.birthDate,
    phone: person.phone,
    email: person.email,
    address: person.address,
    firstChoice,
    secondChoice: secondChoice ?? "",
    acceptOther,
    bonusClaims: claims,
    nationality: "kr",
    employment: random.integerBelow(10) < 8 ? "unemployed" : "parttime",
    educationStatus: "graduated",
    otherTraining: "no",
    accommodation: "",
  };
  const answers: Record<string, unknown> = {};
  for (const field of fieldsOf(definition)) {
    if (!isShown(field, answers)) continue;
    answers[field.id] = Object.hasOwn(given, field.id) ? given[field.id] : syntheticAnswer(random, definition, field);
  }
  return { person, firstChoice, secondChoice, acceptOther, claims, answers };
}

/** Chances in percent; residents claim the residents' item. */
const claimChance: Readonly<Record<string, number>> = {
  veteran: 3,
  low_income: 5,
  disabled: 2,
  care_leaver: 1,
  single_parent: 2,
  defector: 1,
  multicultural: 3,
  award: 8,
};

function syntheticClaims(
  random: SeededRandom,
  definition: ProgrammeDefinition,
  person: SyntheticPerson,
): readonly string[] {
  return definition.bonus.items
    .map(({ id }) => id)
    .filter(
      (id) => random.integerBelow(100) < (id === "local_resident" ? (person.isLocal ? 45 : 0) : (claimChance[id] ?? 0)),
    );
}

function syntheticAnswer(random: SeededRandom, definition: ProgrammeDefinition, field: FormField): unknown {
  const options = optionsOf(definition, field).map(({ value }) => value);
  if (!field.required && field.type !== "radio" && random.integerBelow(100) < 40)
    return field.type === "multiselect" ? [] : "";
  switch (field.type) {
    case "radio":
    case "select":
      return options[random.integerBelow(options.length)] ?? "";
    case "multiselect":
      return random.shuffle(options).slice(0, 1 + random.integerBelow(3));
    case "textarea":
      return syntheticEssay(random, field);
    case "checkbox":
      return "yes";
    case "date":
      return `${2015 + random.integerBelow(8)}-0${1 + random.integerBelow(9)}-1${random.integerBelow(9)}`;
    case "number":
      return String(Number(field.min ?? 0) + random.integerBelow(22));
    case "tel":
      return `010-0000-${String(random.integerBelow(10_000)).padStart(4, "0")}`;
    case "url":
    case "link":
      return `https://works.example/${String(random.integerBelow(1_000_000)).padStart(6, "0")}`;
    case "email":
      return `other-${random.integerBelow(1_000_000)}@applicant.example`;
    default:
      return "가상의 답변";
  }
}
