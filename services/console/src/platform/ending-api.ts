import {
  Chasing,
  Contact,
  type NewContact,
  pageOf,
  Rating,
  RatingSummary,
} from "@guildhall/contract";
import { ask, countContact, getChasing, getRatingSummary, listRatings } from "@guildhall/sdk";
import { type As, under } from "./as.ts";

/** The days that are shown; the usual ones where nothing is said. */
export interface ShownDays {
  readonly from?: string;
  readonly to?: string;
}

/** How often people ask after what they sent, and how satisfied they are with what became of it. */
export function endingApi(as: As) {
  const of = (service: string) => ({ ...as, path: { service } });
  return {
    chasing: (service: string, query: ShownDays) =>
      ask(getChasing({ ...of(service), query }), Chasing),
    ratings: (service: string, cursor: string | undefined) =>
      ask(
        listRatings({ ...of(service), query: { limit: 50, ...(cursor && { cursor }) } }),
        pageOf(Rating),
      ),
    ratingSummary: (service: string, query: ShownDays) =>
      ask(getRatingSummary({ ...of(service), query }), RatingSummary),
    countContact: (process: string, { channel, about }: NewContact, once: string) => {
      const body = { channel, ...(about && { about }) };
      return ask(countContact({ ...as, path: { id: process }, ...under(once), body }), Contact);
    },
  };
}
