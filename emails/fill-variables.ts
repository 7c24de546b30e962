import type { Variables } from "#app/domain/message/message.ts";

/**
 * Puts the values into a text's `{{places}}`. A place without a value would reach a person as it stands,
 * so it stops the message and names itself. Values are never filled in turn.
 */
export function fillVariables(template: string, variables: Variables): string {
  return template.replaceAll(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) throw new Error(`the message has no value for the variable ${name}`);
    return value;
  });
}
