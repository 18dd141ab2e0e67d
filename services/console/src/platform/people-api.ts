import { type NewPerson, Person, type PersonChange, pageOf } from "@guildhall/contract";
import {
  addPerson,
  ask,
  changePerson,
  done,
  endSessions,
  getPerson,
  listPeople,
  removePerson,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** Colleagues who may sign in. */
export function peopleApi(as: As) {
  return {
    people: (cursor?: string) =>
      ask(
        listPeople({ ...as, query: { limit: pageLength, ...(cursor && { cursor }) } }),
        pageOf(Person),
      ),
    person: (id: string) => ask(getPerson({ ...as, path: { id } }), Person),
    addPerson: (body: NewPerson, once: string) =>
      ask(addPerson({ ...as, ...under(once), body: asSent(body) }), Person),
    changePerson: (id: string, body: PersonChange) =>
      ask(changePerson({ ...as, path: { id }, body: asSent(body) }), Person),
    signOutPerson: (id: string) => done(endSessions({ ...as, path: { id } })),
    removePerson: (id: string) => done(removePerson({ ...as, path: { id } })),
  };
}
