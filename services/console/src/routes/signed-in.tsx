import type { Context } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { SignedInPage } from "../pages/carry-on-pages.tsx";

/** Tell whoever signed in for the sake of another tab to go back to it. */
export function showSignedIn({ look }: Parts) {
  return (c: Context<ConsoleEnv>) => c.html(<SignedInPage office={c.var.office} look={look} />);
}
