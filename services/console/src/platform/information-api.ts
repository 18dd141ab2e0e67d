import {
  InformationRequest,
  type NewInformationRequest,
  Process,
  pageOf,
  Service,
} from "@guildhall/contract";
import {
  ask,
  askForInformation,
  getProcess,
  getServiceAt,
  listInformationRequests,
  withdrawInformationRequest,
} from "@guildhall/sdk";
import { type As, asSent, under } from "./as.ts";

/** What residents are asked after they have sent their form. */
export function informationApi(as: As) {
  const to = (id: string) => ({ ...as, path: { id } });
  return {
    process: (id: string) => ask(getProcess(to(id)), Process),
    /** A version of a service as residents see it. */
    serviceAt: (service: string, version: number) =>
      ask(getServiceAt({ ...as, path: { service, version } }), Service),
    informationRequests: async (process: string) =>
      (await ask(listInformationRequests(to(process)), pageOf(InformationRequest))).data,
    askForInformation: (process: string, body: NewInformationRequest, once: string) =>
      ask(
        askForInformation({ ...to(process), ...under(once), body: asSent(body) }),
        InformationRequest,
      ),
    withdrawInformation: (process: string, request: string) =>
      ask(
        withdrawInformationRequest({ ...as, path: { id: process, request } }),
        InformationRequest,
      ),
  };
}
