import { z } from "zod";
import { addressSearchNames, ENTER, readAddressIntent } from "./address-intent.ts";
import type { AddressLookup, FoundAddress } from "#app/address/address-lookup.ts";
import { maySearch } from "#app/address/search-limit.server.ts";
import type { AddressSearch } from "#app/components/form/address-search.tsx";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import type { FormSection } from "#app/domain/programme/definition.ts";
import { faultForLog } from "#app/use-cases/fault-for-log.ts";

export type AddressAct = {
  readonly fieldId: string;
  readonly search: AddressSearch;
  /** The chosen address as the answer to the field; nothing while somebody still searches. */
  readonly values: Readonly<Record<string, unknown>>;
};

type Asked = {
  readonly section: FormSection;
  readonly form: FormData;
  readonly accountId: string;
  /** Undefined where none is configured or nothing can be written. */
  readonly lookUp: AddressLookup | undefined;
};

const part = z.string().max(300);
const chosenAddress = z.strictObject({
  zonecode: part,
  road: part,
  jibun: part,
  sido: part,
  sigungu: part,
  bcode: part,
});

/** What a button of an address was pressed for, done; undefined where the form was sent for something else. */
export async function addressAct(asked: Asked): Promise<AddressAct | undefined> {
  const { section, form, accountId, lookUp } = asked;
  if (lookUp === undefined) return undefined;
  const intent = form.get("intent");
  const ids = section.fields.filter(({ type }) => type === "address").map(({ id }) => id);
  const typed = (fieldId: string) => String(form.get(addressSearchNames(fieldId).words) ?? "").trim();
  const isNew = (fieldId: string) =>
    typed(fieldId) !== "" && typed(fieldId) !== form.get(addressSearchNames(fieldId).asked);
  const entered = intent === ENTER ? ids.find(isNew) : undefined;
  const pressed = entered === undefined ? readAddressIntent(intent) : { fieldId: entered, chosen: undefined };
  if (pressed === undefined || !ids.includes(pressed.fieldId)) return undefined;

  const { fieldId, chosen } = pressed;
  const words = typed(fieldId).slice(0, 200);
  if (chosen === undefined) return { fieldId, search: await searched(words, accountId, lookUp), values: {} };
  const address = readChosen(chosen);
  if (address === undefined) return undefined;
  const detail = form.get(`${fieldId}.detail`);
  return { fieldId, search: { words, state: "chosen", found: [] }, values: { [fieldId]: { ...address, detail } } };
}

async function searched(words: string, accountId: string, lookUp: AddressLookup): Promise<AddressSearch> {
  const without = (state: AddressSearch["state"]) => ({ words, state, found: [] });
  if (words === "") return without("empty");
  // It would leave the house.
  if (containsResidentNumber(words)) return { ...without("vague"), words: "" };
  if (!(await maySearch(accountId))) return without("often");
  try {
    const answer = await lookUp(words);
    if (answer.kind === "vague") return without("vague");
    return answer.addresses.length === 0 ? without("none") : { words, state: "found", found: answer.addresses };
  } catch (fault) {
    console.error(JSON.stringify({ level: "error", what: "address_lookup", fault: faultForLog(fault) }));
    return without("failed");
  }
}

function readChosen(text: string): FoundAddress | undefined {
  try {
    return chosenAddress.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
