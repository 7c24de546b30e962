import { Outlet } from "@remix-run/react";
import { textsBeforePage } from "./texts-before-page.ts";

/** The server has every text; this only tells the router that there is something to wait for. */
export function loader() {
  return null;
}

export const clientLoader = textsBeforePage("application");

export default function ApplicationTexts() {
  return <Outlet />;
}
