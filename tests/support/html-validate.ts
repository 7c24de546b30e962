import { readFileSync } from "node:fs";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

/** Why each rule that .htmlvalidate.json turns off is off; the test of every page's HTML asks for it. */
export const turnedOff: Readonly<Record<string, string>> = {
  "void-style": "React closes void elements with a slash; HTML allows both.",
  "doctype-style": "The framework writes the doctype; its letters' case has no meaning.",
  "attribute-boolean-style": 'React writes boolean attributes as name="", which HTML allows.',
  "attribute-empty-style": 'React writes empty attributes as name="", which HTML allows.',
  "no-trailing-whitespace": "Texts of people stand as they typed them.",
  "long-title": "A title names the page, the cohort and the academy, in the academy's words.",
};

const validator = new HtmlValidate(new FileSystemConfigLoader());

export function rulesTurnedOff(): readonly string[] {
  const { rules } = JSON.parse(readFileSync(".htmlvalidate.json", "utf8")) as { rules: Record<string, unknown> };
  return Object.keys(rules).filter((rule) => rules[rule] === "off");
}

/** What is wrong with a page's HTML, a sentence each, by the strict configuration in .htmlvalidate.json. */
export async function mistakesInHtml(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html, "page.html");
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`),
  );
}
