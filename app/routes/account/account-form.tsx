import { getFormProps, type FormMetadata } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { summaryErrors } from "#app/components/form/conform.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";

type AccountFormProps<Schema extends Record<string, unknown>> = {
  readonly form: FormMetadata<Schema>;
  readonly labels: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** A form that came back begins with what is wrong; the server checks, so it is sent as it is. */
export function AccountForm<Schema extends Record<string, unknown>>({
  form,
  labels,
  children,
}: AccountFormProps<Schema>) {
  return (
    <>
      <ErrorSummary errors={summaryErrors(form, labels)} />
      <Form method="post" {...getFormProps(form)} noValidate>
        {children}
      </Form>
    </>
  );
}
