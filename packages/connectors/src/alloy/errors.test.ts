import { outcomeOfError } from "./errors.ts";

const now = new Date("2025-03-03T09:15:00Z");
const noHeaders: Record<string, string> = {};
const answer = (body: string, status = 400, retryAfter?: string) => ({
  status,
  headers: retryAfter === undefined ? noHeaders : { "retry-after": retryAfter },
  cookies: [],
  body: Buffer.from(body),
});

describe("outcomeOfError", () => {
  it.each([
    ["RateLimited", "retry", "rate-limited"],
    ["SystemUnderMaintenance", "retry", "maintenance"],
    ["DatabaseTransientError", "retry", "busy"],
    ["ItemSignatureMismatch", "retry", "changed-meanwhile"],
    ["UserUnauthorized", "retry", "credential-refused"],
    ["UserSessionInvalid", "retry", "credential-refused"],
    ["DodiAttributeRequiredViolated", "refused", "attribute-required"],
    ["DodiAttributeSomethingNewViolated", "refused", "attribute-refused"],
    ["ModelValidationFailed", "refused", "document-invalid"],
    ["FileFormatNotSupported", "refused", "file-format-refused"],
    ["DatabaseNotFound", "refused", "item-gone"],
    ["DesignNotFound", "refused", "design-gone"],
    ["DodiAttributeNotInDesign", "refused", "attribute-gone"],
  ])("knows %s in both shapes of body, whatever the status", (name, outcome, code) => {
    const live = JSON.stringify({ errorCode: 7, errorCodeString: name, debugErrorMessage: "x" });
    const published = JSON.stringify({ category: name, errorData: {}, message: "x" });

    expect(outcomeOfError(answer(live, 400), now)).toEqual({ outcome, code });
    expect(outcomeOfError(answer(published, 500), now)).toEqual({ outcome, code });
  });

  it.each([
    ["a name nobody knows", '{"errorCodeString":"Mr Smith"}'],
    ["a name of Object's own", '{"errorCodeString":"constructor"}'],
    ["a name that is no text", '{"errorCodeString":{"a":1}}'],
    ["no object", '"RateLimited"'],
    ["no JSON", "<html>RateLimited</html>"],
    ["nothing", ""],
  ])("goes by the status when the body is %s", (_, body) => {
    expect(outcomeOfError(answer(body, 400), now)).toEqual({
      outcome: "refused",
      code: "answered-400",
    });
    expect(outcomeOfError(answer(body, 403), now)).toEqual({
      outcome: "retry",
      code: "credential-refused",
    });
    expect(outcomeOfError(answer(body, 500), now)).toEqual({
      outcome: "ambiguous",
      code: "answered-5xx",
    });
  });

  it("waits as long as it is told to, whichever way the reason is told", () => {
    const body = '{"errorCodeString":"RateLimited"}';

    expect(outcomeOfError(answer(body, 400, "3"), now)).toMatchObject({ afterMs: 3000 });
    expect(outcomeOfError(answer("", 503, "4"), now)).toMatchObject({ afterMs: 4000 });
  });
});
