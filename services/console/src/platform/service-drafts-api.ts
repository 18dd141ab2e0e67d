import {
  EditedDraft,
  type NewEdits,
  type NewOutlineReading,
  OutlineReading,
  ServiceDraft,
} from "@guildhall/contract";
import { ask, editServiceDraft, getServiceDraft, readOutline } from "@guildhall/sdk";
import { type As, asSent, under } from "./as.ts";

/** Services in the making. */
export function serviceDraftsApi(as: As) {
  const to = (service: string) => ({ ...as, path: { service } });
  return {
    serviceDraft: (service: string) => ask(getServiceDraft(to(service)), ServiceDraft),
    editServiceDraft: (service: string, body: NewEdits, once: string) =>
      ask(editServiceDraft({ ...to(service), ...under(once), body: asSent(body) }), EditedDraft),
    readOutline: (service: string, body: NewOutlineReading) =>
      ask(readOutline({ ...to(service), body: asSent(body) }), OutlineReading),
  };
}
