import {
  Alarm,
  Delivery,
  DeliveryContents,
  DeliveryDetail,
  DeliveryGroup,
  type DeliveryHandling,
  type DeliveryHandOver,
  type DeliveryReading,
  DeliveryReplay,
  DeliveryReplayPreview,
  type DeliveryState,
  type NewDeliveryReplay,
  ProcessLedger,
  pageOf,
  Task,
} from "@guildhall/contract";
import {
  acknowledgeAlarm,
  ask,
  beginReplay,
  getDelivery,
  getLedger,
  getReplay,
  handleDelivery,
  handOverDelivery,
  listAlarms,
  listDeliveries,
  listDeliveryGroups,
  listReplays,
  previewReplay,
  readDeliveryContents,
  retryDelivery,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** Which deliveries are looked for. */
export interface DeliveryFilter {
  readonly state?: readonly DeliveryState[];
  readonly connector?: string;
  readonly code?: string;
  readonly cursor?: string;
}

/** What is owed to back offices, and what is done about it. */
export function deliveriesApi(as: As) {
  const to = (id: string) => ({ ...as, path: { id } });
  return {
    deliveryGroups: async () => (await ask(listDeliveryGroups(as), pageOf(DeliveryGroup))).data,
    deliveries: ({ state, ...query }: DeliveryFilter) =>
      ask(
        listDeliveries({
          ...as,
          query: { limit: pageLength, ...(state && { state: [...state] }), ...query },
        }),
        pageOf(Delivery),
      ),
    delivery: (id: string) => ask(getDelivery(to(id)), DeliveryDetail),
    readContents: (id: string, body: DeliveryReading) =>
      ask(readDeliveryContents({ ...to(id), body }), DeliveryContents),
    retryDelivery: (id: string, once: string) =>
      ask(retryDelivery({ ...to(id), ...under(once) }), Delivery),
    /** Send at once what waits; not what was left to a person since their page was shown. */
    hastenDelivery: (id: string, once: string) =>
      ask(retryDelivery({ ...to(id), ...under(once), query: { only: "waiting" } }), Delivery),
    handleDelivery: (id: string, body: DeliveryHandling, once: string) =>
      ask(handleDelivery({ ...to(id), ...under(once), body: asSent(body) }), Delivery),
    handOverDelivery: (id: string, body: DeliveryHandOver, once: string) =>
      ask(handOverDelivery({ ...to(id), ...under(once), body }), Task),
    ledger: (process: string) => ask(getLedger(to(process)), ProcessLedger),
    previewReplay: (body: NewDeliveryReplay) =>
      ask(previewReplay({ ...as, body: asSent(body) }), DeliveryReplayPreview),
    beginReplay: (body: NewDeliveryReplay, once: string) =>
      ask(beginReplay({ ...as, ...under(once), body: asSent(body) }), DeliveryReplay),
    deliveryReplay: (id: string) => ask(getReplay(to(id)), DeliveryReplay),
    deliveryReplays: () =>
      ask(listReplays({ ...as, query: { limit: 10 } }), pageOf(DeliveryReplay)),
  };
}

/** What a person is called for. */
export function alarmsApi(as: As) {
  return {
    alarms: ({ ended, cursor }: { ended: boolean; cursor?: string | undefined }) =>
      ask(
        listAlarms({
          ...as,
          query: { limit: pageLength, ended: ended ? "true" : "false", ...(cursor && { cursor }) },
        }),
        pageOf(Alarm),
      ),
    acknowledgeAlarm: (id: string, words: string | undefined, once: string) =>
      ask(
        acknowledgeAlarm({
          ...as,
          path: { id },
          ...under(once),
          body: words === undefined ? {} : { words },
        }),
        Alarm,
      ),
  };
}
