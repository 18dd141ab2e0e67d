import { type AccessRefusal, AccessRequest, pageOf } from "@guildhall/contract";
import {
  type AccessApproval,
  approveAccessRequest,
  ask,
  done,
  endTestKey,
  getAccessRequest,
  listAccessRequests,
  refuseAccessRequest,
} from "@guildhall/sdk";
import { type As, pageLength, under } from "./as.ts";

/** Requests for access, as those who decide them see them. */
export function accessApi(as: As) {
  return {
    accessRequests: (cursor?: string) =>
      ask(
        listAccessRequests({ ...as, query: { limit: pageLength, ...(cursor && { cursor }) } }),
        pageOf(AccessRequest),
      ),
    accessRequest: (id: string) => ask(getAccessRequest({ ...as, path: { id } }), AccessRequest),
    approveAccess: (id: string, body: AccessApproval, once: string) =>
      ask(approveAccessRequest({ ...as, path: { id }, ...under(once), body }), AccessRequest),
    refuseAccess: (id: string, body: AccessRefusal, once: string) =>
      ask(refuseAccessRequest({ ...as, path: { id }, ...under(once), body }), AccessRequest),
    endTestKey: (id: string) => done(endTestKey({ ...as, path: { id } })),
  };
}
