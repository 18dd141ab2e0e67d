import { Problem, type Viewers } from "@guildhall/contract";
import {
  findPeople,
  isCaseFollowed,
  lastPlace,
  listCaseViewers,
  putSeen,
  seeCase,
  transact,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";

/** How long somebody who does not say so again is taken to have a case open. */
export const seenForMs = 2 * 60_000;

/**
 * Say that I have a case open, and see which colleagues have; for members of staff alone.
 *
 * It is no event: it is forgotten after two minutes, and nobody looks up later who had what open. Where I follow the
 * case, what happened to it so far is no news to me any more.
 *
 * @throws Problem `not-found`, `scope-missing`
 */
export async function viewCase(ctx: Context, id: string): Promise<Viewers> {
  requireScope(ctx, "processes:read");
  await reachProcess(ctx, id);
  if (ctx.session === undefined) throw new Problem("scope-missing");
  const now = ctx.now();
  const mine = { process: id, person: ctx.actor.id, seenAt: now };
  const followed = { person: ctx.actor.id, process: id };
  const follows = await isCaseFollowed(ctx.db, followed);
  const seen = await lastPlace(ctx.db);
  await transact(ctx.db, async (tx) => {
    await seeCase(tx, mine, now - seenForMs);
    if (follows) await putSeen(tx, { ...followed, seen });
  });
  const others = await listCaseViewers(ctx.db, { ...mine, seenAt: now - seenForMs });
  const people = await findPeople(
    ctx.db,
    others.map(({ person }) => person),
  );
  const names = new Map(people.map(({ id: person, name }) => [person, name]));
  return {
    follows,
    data: others.flatMap(({ person, seenAt }) => {
      const name = names.get(person);
      return name === undefined ? [] : [{ name, seenAt: instant(seenAt) }];
    }),
  };
}
