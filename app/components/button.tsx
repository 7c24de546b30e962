import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";

type Look = {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "medium" | "large" | undefined;
};

export type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style">;

/** A button does something; what leads somewhere is a `LinkButton`. */
export function Button({ variant = "primary", size = "medium", type = "button", children, ...button }: ButtonProps) {
  return (
    <button {...button} type={type} className={buttonClass({ variant, size })}>
      {children}
    </button>
  );
}

type LinkButtonProps = Look & Omit<LinkProps, "className" | "style">;

export function LinkButton({ variant = "primary", size = "medium", children, ...link }: LinkButtonProps) {
  return (
    <Link {...link} className={buttonClass({ variant, size })}>
      {children}
    </Link>
  );
}

/** For a plain `<a>` (downloads) or a `<summary>` that looks like a button. */
export function buttonClass({ variant = "primary", size = "medium" }: Omit<Look, "children">): string {
  return `button button--${variant}${size === "large" ? " button--large" : ""}`;
}
