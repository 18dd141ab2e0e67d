import { formNames } from "./form-names.ts";

const chain = (length: number) =>
  Array.from({ length }, (_, at) => ({ id: `c${at}`, when: { condition: `c${at + 1}` } }));
const group = (id: string, when: string) => ({ id, questions: [{ id: "item", when }] });
const form = (conditions: ReturnType<typeof chain>, ...questions: object[]) =>
  formNames({ form: { conditions, pages: [{ id: "p", questions }] } } as never);

describe("groupsUsing", () => {
  it("names the groups whose items use a condition, by way of others too", () => {
    const names = form(chain(1000), group("a", "c0"), group("b", "c900"), group("c", "other"));
    expect(names.groupsUsing("c950")).toEqual(["a", "b"]);
    expect(names.groupsUsing("c900")).toEqual(["a", "b"]);
    expect(names.groupsUsing("c1")).toEqual(["a"]);
    expect(names.groupsUsing("other")).toEqual(["c"]);
  });

  it("comes to an end where conditions go by each other in a ring", () => {
    const ring = [...chain(3), { id: "c3", when: { condition: "c0" } }];
    expect(form(ring, group("a", "c2")).groupsUsing("c1")).toEqual(["a"]);
  });

  it("names none where there are no groups", () => {
    expect(form(chain(3), { id: "plain", when: "c0" }).groupsUsing("c1")).toEqual([]);
  });
});
