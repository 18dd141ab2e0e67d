import {
  forgetFollowers,
  forgetPublicPlaces,
  letFollowerLettersGo,
  transact,
} from "@guildhall/store";
import type { Ground } from "../ground.ts";
import { followersKeptMs, longestLookMs, wishKeptMs } from "./terms.ts";

/** Forget who asked to follow and did not confirm it, who followed what ended long ago, and places that no look reaches. */
export async function forgetOldFollowers({ db, now }: Ground): Promise<void> {
  const at = now();
  const before = { asked: at - wishKeptMs, ended: at - followersKeptMs };
  await transact(db, (tx) => forgetFollowers(tx, before));
  await transact(db, (tx) => letFollowerLettersGo(tx, at));
  await transact(db, (tx) => forgetPublicPlaces(tx, at - longestLookMs));
}
