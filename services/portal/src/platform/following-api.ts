import { Following, type Language, type Location, NearbyProcess } from "@guildhall/contract";
import {
  ask,
  askToFollow,
  type Client,
  confirmFollow,
  done,
  findFollow,
  listNearby,
  stopFollow,
} from "@guildhall/sdk";

const nearby = {
  parse: (value: unknown) => NearbyProcess.array().parse((value as { data: unknown }).data),
};

/** Where open requests of others are seen and followed. */
export function following(client: Client, language: Language) {
  return {
    nearby: (service: string, { latitude, longitude }: Location) => {
      const query = { latitude, longitude, language };
      return ask(listNearby({ client, path: { service }, query }), nearby);
    },
    /** Nobody is told whether somebody follows already. */
    askToFollow: (reference: string, email: string) => {
      const headers = { "Idempotency-Key": `follow-${crypto.randomUUID()}` };
      const body = { email, language };
      return done(askToFollow({ client, path: { reference }, body, headers }));
    },
    findFollow: (key: string) => ask(findFollow({ client, body: { key } }), Following),
    confirmFollow: (key: string) => ask(confirmFollow({ client, body: { key } }), Following),
    stopFollow: (key: string) => done(stopFollow({ client, body: { key } })),
  };
}
