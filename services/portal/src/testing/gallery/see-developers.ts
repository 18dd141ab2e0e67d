import { approvedOf, requestId } from "../fake-access.ts";
import { council, rightAccess } from "../visitor.ts";
import type { Tour } from "./tour.ts";

const developers = `${council}/developers`;
const request = `${developers}/access/${requestId}`;

/** The pages of those who build on the council's services. */
export async function seeDevelopers(tour: Tour): Promise<void> {
  const { access } = tour.visitor.api;
  await tour.see("developers", developers);
  await tour.see("ask for access", `${developers}/access`);
  await tour.send("ask for access, with faults", `${developers}/access`);
  await tour.see("request code", request);
  await tour.send("request code, with a fault", `${request}/code`);
  await tour.send("test key", `${developers}/access`, rightAccess);
  await tour.see("request that waits", request);
  if (!access.request) throw new Error("nothing was asked");
  access.request = { ...access.request, state: "refused", reason: "Say more.\n\nPlease." };
  await tour.see("request that was refused", request);
  access.request = approvedOf(access.request);
  await tour.see("request that was approved", request);
  await tour.send("live key", request);
  await tour.send("live key that was shown before", request);
  access.request = { ...access.request, state: "collected" };
  await tour.see("request whose key was collected", request);
}
