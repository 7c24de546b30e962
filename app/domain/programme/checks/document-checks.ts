import { fieldsOf } from "../form.ts";
import { check, duplicates, mistake, unknownName } from "./mistake.ts";

export const documentChecks = [
  check(["documents"], function* ({ documents }) {
    yield* duplicates(
      documents.map(({ id }) => id),
      (index) => `documents[${index}].id`,
    );
  }),
  check(["documents", "form"], function* ({ documents, form }) {
    const fields = fieldsOf({ form }).map(({ id }) => id);
    for (const [index, { requiredIf }] of documents.entries()) {
      if (requiredIf !== undefined && !fields.includes(requiredIf.notEmpty)) {
        yield unknownName(`documents[${index}].requiredIf.notEmpty`, requiredIf.notEmpty, fields);
      }
    }
  }),
  check(["bonus", "form", "documents"], function* ({ bonus, form, documents }) {
    if (bonus.items.length === 0) return;
    const claims = fieldsOf({ form }).filter((field) => field.optionsFrom === "bonus.items");
    if (claims.length !== 1 || claims[0]?.type !== "multiselect") {
      yield mistake(
        "bonus.items",
        "가점을 신청하는 항목이 지원서에 하나 있어야 합니다(type: multiselect, optionsFrom: bonus.items).",
        "The form needs exactly one field to claim bonus items (type multiselect, optionsFrom bonus.items).",
      );
      return;
    }
    const proof = documents.some(
      ({ when, required, requiredIf }) =>
        when === "application" && (required || claims.some(({ id }) => id === requiredIf?.notEmpty)),
    );
    if (bonus.appliesOnlyIf.includes("documents_verified") && !proof) {
      yield mistake(
        "bonus.appliesOnlyIf",
        "가점은 증빙을 확인해야 하는데, 접수할 때 내는 증빙서류가 documents에 없습니다. 서류를 넣어 주십시오.",
        "Bonus claims need verified proof, but no document asks for it with the application. Add one.",
      );
    }
  }),
];
