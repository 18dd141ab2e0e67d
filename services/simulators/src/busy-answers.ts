import { AlloyError } from "./alloy/errors.ts";
import type { BusyAnswers } from "./misbehave.ts";

export const alloyBusy: BusyAnswers = {
  tooMany: (c) => c.json(new AlloyError("RateLimited", "Too many requests"), 429),
  unavailable: (c) => c.json(new AlloyError("SystemUnderMaintenance", "Back soon"), 503),
};

export const payBusy: BusyAnswers = {
  tooMany: (c) => c.json({ code: "P0900", description: "Too many requests" }, 429),
  unavailable: (c) => c.json({ code: "P0999", description: "Internal server error" }, 503),
};

export const valuationBusy: BusyAnswers = {
  tooMany: (c) => c.json({ errors: [] }, 429),
  unavailable: (c) => c.json({ errors: [{ code: "3000" }] }, 503),
};

export const registerBusy: BusyAnswers = {
  tooMany: (c) => c.json({ ok: false }, 429),
  unavailable: (c) => c.json({ ok: false }, 503),
};

export const placesBusy: BusyAnswers = {
  tooMany: (c) => {
    const detail = { errorcode: "policies.ratelimit.QuotaViolation" };
    return c.json({ fault: { faultstring: "Rate limit quota violation", detail } }, 429);
  },
  unavailable: (c) => c.json({ error: { statuscode: 503, message: "Service Unavailable" } }, 503),
};

export const notifyBusy: BusyAnswers = {
  tooMany: (c) => {
    const errors = [{ error: "RateLimitError", message: "Exceeded rate limit" }];
    return c.json({ status_code: 429, errors }, 429);
  },
  unavailable: (c) => {
    const errors = [{ error: "Exception", message: "Internal server error" }];
    return c.json({ status_code: 503, errors }, 503);
  },
};

export const uniformBusy: BusyAnswers = {
  tooMany: (c) => c.text("Too Many Requests", 429),
  unavailable: (c) => c.text("Service Unavailable", 503),
};
