import { Refused } from "@guildhall/sdk";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { NotFound } from "../not-found.ts";
import { FaultPage, NotFoundPage, RefusedPage } from "../pages/plain-page.tsx";
import { NotYours } from "../session/allowed.ts";
import { signInAgain } from "../session/sign-in-again.tsx";
import { FormRefused } from "./form.ts";

/** Answer what was thrown with a page that says what can be done, and nothing of how the site works inside. */
export function answerFaults({ look, reportFault }: Parts): ErrorHandler<ConsoleEnv> {
  return (error, c) => {
    const refused = refusalOf(error);
    if (refused) return c.html(<RefusedPage look={look} {...refused} />, refused.status);
    if (error instanceof NotFound) return c.html(<NotFoundPage look={look} />, 404);
    if (error instanceof Refused) return answerRefusal(c, { look, reportFault }, error);
    reportFault(error);
    return c.html(<FaultPage look={look} kind="problem" />, 500);
  };
}

/** What the API refused, other than for something in a form. */
function answerRefusal(
  c: Context<ConsoleEnv>,
  { look, reportFault }: Pick<Parts, "look" | "reportFault">,
  error: Refused,
): Response | Promise<Response> {
  // The session is too old for this, or ended between two calls for one page.
  if (error.code === "sign-in-again") return signInAgain(c, look, "again");
  if (error.status === 401) return signInAgain(c, look, "away");
  if (error.status === 404) return c.html(<NotFoundPage look={look} />, 404);
  if (error.passes) {
    c.header("Retry-After", "60");
    return c.html(<FaultPage look={look} kind="unavailable" />, 503);
  }
  reportFault(error);
  return c.html(<FaultPage look={look} kind="problem" />, 500);
}

/** What a person can be told in words of its own. */
function refusalOf(error: unknown) {
  if (error instanceof FormRefused) {
    const title = "This is too much to send at once";
    const text = "Go back, make what you entered shorter, and try again.";
    return { status: 413 as const, title, text };
  }
  if (error instanceof NotYours) return notYours;
  return error instanceof Refused ? refusals[error.code] : undefined;
}

const notYours = {
  status: 403,
  title: "This is not part of your role",
  text: "Ask an administrator of your organisation if you need it.",
} as const;
const unusable = {
  status: 422,
  title: "Something here cannot be used",
  text: "Go back, check what you entered, and try again.",
} as const;
const overtaken = {
  status: 409,
  title: "This cannot be done now",
  text: "Somebody may have changed it meanwhile. Go back and load the page again to see how it stands.",
} as const;

/** What the API refuses, where no page says it better. */
const refusals: Readonly<Record<string, { status: 403 | 409 | 422; title: string; text: string }>> =
  {
    "scope-missing": notYours,
    "request-invalid": unusable,
    "invalid-text": unusable,
    "invalid-transition": overtaken,
    "precondition-failed": overtaken,
    "idempotency-mismatch": {
      status: 409,
      title: "You have sent this form already",
      text: "To do it once more, open the form again from the page before it.",
    },
  };

export function answerNotFound({ look }: Parts): NotFoundHandler<ConsoleEnv> {
  return (c) => c.html(<NotFoundPage look={look} />, 404);
}
