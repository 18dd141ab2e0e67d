import { Problem, type SignInFault } from "@guildhall/contract";

/** Why somebody could not be signed in; each is on the problem's page. */
export type SignInFailure =
  | SignInFault
  | "link-unknown"
  | "another-browser"
  | "not-active"
  | "no-group"
  | "email-missing"
  | "email-taken";

/** The refusal of a sign-in. It says why, since the person in front of the screen has to do something about it. */
export function signInFailed(code: SignInFailure): Problem {
  return new Problem("sign-in-failed", { faults: [{ pointer: "", code }] });
}
