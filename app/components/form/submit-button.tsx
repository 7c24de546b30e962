import type { ReactNode } from "react";
import { Button, type ButtonProps } from "#app/components/button.tsx";

type SubmitButtonProps = Omit<ButtonProps, "type" | "name" | "value"> & {
  readonly children: ReactNode;
  /** Sent as `intent`, when one form offers several actions. */
  readonly intent?: string | undefined;
};

export function SubmitButton({ children, intent, ...button }: SubmitButtonProps) {
  const named = intent === undefined ? {} : { name: "intent", value: intent };
  return (
    <Button {...button} {...named} type="submit">
      {children}
    </Button>
  );
}
