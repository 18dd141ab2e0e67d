import type { DraftDefinition, Flow, FlowEdge, FlowNode } from "@guildhall/contract";
import { createSayer } from "../conditions/say.ts";
import { stepIn, stepsIn } from "../conditions/step-in.ts";
import { routeFindings } from "../gate/route-findings.ts";
import { under } from "../path.ts";
import { unreachableIn } from "./unreachable.ts";

type Page = DraftDefinition["form"]["pages"][number];

/**
 * Draw the ways through a form: its pages in order, a decision before each run of pages with one condition, the exits,
 * and the check of the answers at the end.
 *
 * The default route stands in the first column from top to bottom; what is asked under a condition stands beside it.
 */
export function flowOf(definition: DraftDefinition): Flow {
  const { pages } = definition.form;
  const unreachable = unreachableIn(definition);
  const drawing = new Drawing(definition, new Set(unreachable.map(({ at }) => at)));
  for (const run of runsOf(pages)) drawing.add(run);
  return { ...drawing.ended(), findings: routeFindings(definition, unreachable) };
}

/** Pages that follow one another under one condition, with their places. */
type Run = readonly { readonly page: Page; readonly place: number }[];

function runsOf(pages: readonly Page[]): Run[] {
  const runs: { page: Page; place: number }[][] = [];
  pages.forEach((page, place) => {
    const last = runs.at(-1)?.at(-1)?.page;
    const isSame = last !== undefined && page.when !== undefined && last.when === page.when;
    if (isSame) runs.at(-1)?.push({ page, place });
    else runs.push([{ page, place }]);
  });
  return runs;
}

/** An end of a way that leads on to whatever comes next. */
type Loose = Omit<FlowEdge, "to">;

class Drawing {
  readonly #nodes: FlowNode[] = [];
  readonly #edges: FlowEdge[] = [];
  readonly #route: string[] = [];
  readonly #definition: DraftDefinition;
  readonly #names: readonly string[];
  readonly #unreachable: ReadonlySet<string>;
  readonly #say: (condition: string) => string;
  #loose: Loose[] = [];
  #row = 0;

  constructor(definition: DraftDefinition, unreachable: ReadonlySet<string>) {
    const { conditions } = definition.form;
    const sayer = createSayer(definition);
    this.#definition = definition;
    this.#names = stepsIn("pages", definition.form.pages);
    this.#unreachable = unreachable;
    this.#say = (id) => {
      const found = conditions.find((one) => one.id === id);
      return found ? sayer(found.when) : `the condition “${id}” holds, which is gone`;
    };
  }

  add(run: Run): void {
    const [first] = run;
    if (!first) return;
    const { when } = first.page;
    if (when === undefined) this.#addPage(first, 0);
    else this.#addRun(run, when);
  }

  ended(): Omit<Flow, "findings"> {
    const isReachable = this.#isReached();
    this.#put({ id: "check", kind: "check", title: "Check your answers", column: 0, isReachable });
    const columns = Math.max(...this.#nodes.map(({ column }) => column)) + 1;
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      route: this.#route,
      columns,
      rows: this.#row,
    };
  }

  #addRun(run: Run, when: string): void {
    const { conditions } = this.#definition.form;
    const place = conditions.findIndex(({ id }) => id === when);
    const id = `if-${this.#nameOf(run[0]?.place ?? 0)}`;
    const title = conditions[place]?.name ?? when;
    const at =
      place < 0 ? {} : { at: under("/form/conditions", stepIn("conditions", conditions, place)) };
    const isReachable = this.#isReached();
    this.#put({ id, kind: "decision", title, column: 0, isReachable, ...at });
    this.#row -= 1;
    this.#loose = [{ from: id, isDefault: false, sentence: this.#say(when) }];
    for (const one of run) this.#addPage(one, 1);
    this.#loose.push({ from: id, isDefault: true, sentence: "otherwise" });
  }

  #addPage({ page, place }: Run[number], column: number): void {
    const at = under("/form/pages", this.#nameOf(place));
    const { title, questions } = page;
    const id = `page-${this.#nameOf(place)}`;
    const kind = page.kind === "exit" ? "exit" : "page";
    const isReachable = !this.#unreachable.has(at);
    this.#put({ id, kind, at, title, questions: questions.length, column, isReachable });
    this.#loose = kind === "exit" ? [] : [{ from: id, isDefault: column === 0 }];
  }

  /** Whether somebody gets from a station before to the one that is added next. */
  #isReached(): boolean {
    if (this.#nodes.length === 0) return true;
    const before = this.#loose.map(({ from }) => this.#nodes.find(({ id }) => id === from));
    return before.some((node) => node?.isReachable);
  }

  #put(node: Omit<FlowNode, "row">): void {
    this.#edges.push(...this.#loose.map((edge) => ({ ...edge, to: node.id })));
    this.#nodes.push({ ...node, row: this.#row });
    if (node.column === 0) this.#route.push(node.id);
    this.#row += 1;
  }

  #nameOf(place: number): string {
    return this.#names[place] ?? `#${place}`;
  }
}
