import { acknowledgeAlarm, listAlarms } from "../../alarm/get.ts";
import { changeBrand, changeLogo, removeLogo } from "../../brand/change.ts";
import { getConnection, listConnections } from "../../connection/get.ts";
import { putConnection } from "../../connection/put.ts";
import { setCredential } from "../../connection/set-credential.ts";
import { getDelivery, readDeliveryContents } from "../../delivery/detail.ts";
import { listDeliveryGroups } from "../../delivery/groups.ts";
import { handleDelivery, handOverDelivery } from "../../delivery/handle.ts";
import { listDeliveries } from "../../delivery/list.ts";
import { retryDelivery } from "../../delivery/retry.ts";
import { getHealth } from "../../health/connectors.ts";
import { getLedger } from "../../ledger/get.ts";
import { getMessage, listMessages } from "../../message/list.ts";
import { receiveNotifyReceipt, receiveReceipt } from "../../message/receive.ts";
import { beginReplay, getReplay, listReplays } from "../../replay/begin.ts";
import { compareDelivery } from "../../replay/compare.ts";
import { previewReplay } from "../../replay/preview.ts";
import { exampleshire } from "../../testing.ts";
import type { GuardedVerb } from "./guarded.ts";

const arrived = { fate: "received", lasting: true } as const;
const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";
const again = { rewrite: false, useLive: false };
const write = async () => ({ text: "" });
const colours = { brand: "#000000", link: "#000000", linkHover: "#000000" };
const [backOffice = {} as never] = exampleshire.connectors;

/** Of messages, deliveries, replays, alarms and connectors. */
export const verbsOfDeliveries: readonly GuardedVerb[] = [
  ["getMessage", "messages:read", (ctx) => getMessage(ctx, id)],
  ["listMessages", "messages:read", (ctx) => listMessages(ctx, { limit: 1 })],
  ["receiveReceipt", "messages:write", (ctx) => receiveReceipt(ctx, id, arrived)],
  ["receiveNotifyReceipt", "messages:write", (ctx) => receiveNotifyReceipt(ctx, { status: "" })],
  ["getDelivery", "deliveries:read", (ctx) => getDelivery(ctx, id)],
  ["listDeliveries", "deliveries:read", (ctx) => listDeliveries(ctx, { limit: 1 })],
  ["retryDelivery", "deliveries:write", (ctx) => retryDelivery(ctx, id)],
  [
    "readDeliveryContents",
    "deliveries:read",
    (ctx) => readDeliveryContents(ctx, id, { reason: "find-a-fault" }),
  ],
  ["listDeliveryGroups", "deliveries:read", (ctx) => listDeliveryGroups(ctx)],
  ["handleDelivery", "deliveries:write", (ctx) => handleDelivery(ctx, id, { reason: "a" })],
  [
    "handOverDelivery",
    "deliveries:write",
    (ctx) => handOverDelivery(ctx, id, { team: "a", words: "b" }),
  ],
  ["getLedger", "deliveries:read", (ctx) => getLedger(ctx, id)],
  [
    "compareDelivery",
    "deliveries:read",
    (ctx) => compareDelivery(ctx, id, { useLive: false, write }),
  ],
  [
    "previewReplay",
    "deliveries:read",
    (ctx) => previewReplay(ctx, { ...again, sample: 0 }, { write, canBeAsked: async () => false }),
  ],
  ["beginReplay", "deliveries:write", (ctx) => beginReplay(ctx, again)],
  ["getReplay", "deliveries:read", (ctx) => getReplay(ctx, id)],
  ["listReplays", "deliveries:read", (ctx) => listReplays(ctx, { limit: 1 })],
  ["listAlarms", "deliveries:read", (ctx) => listAlarms(ctx, { limit: 1, ended: false })],
  ["acknowledgeAlarm", "deliveries:write", (ctx) => acknowledgeAlarm(ctx, id, {})],
  ["getHealth", "connectors:read", (ctx) => getHealth(ctx)],
  ["getConnection", "connectors:read", (ctx) => getConnection(ctx, id)],
  ["listConnections", "connectors:read", (ctx) => listConnections(ctx)],
  [
    "putConnection",
    "connectors:write",
    (ctx) => putConnection(ctx, backOffice, { mayCall: () => true }),
  ],
  [
    "changeBrand",
    "connectors:write",
    (ctx) => changeBrand(ctx, "a", { name: "A", shortName: "A", colours }),
  ],
  ["changeLogo", "connectors:write", (ctx) => changeLogo(ctx, "a", new Uint8Array())],
  ["removeLogo", "connectors:write", (ctx) => removeLogo(ctx, "a")],
  ["setCredential", "connectors:write", (ctx) => setCredential(ctx, id, {})],
];
