import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Markdown } from "@guildhall/api/markdown-page";
import { problems } from "@guildhall/contract";
import { Hono } from "hono";
import { PlainPage, pageHeaders } from "./page.tsx";

/** The page of each problem, which the `type` of a problem leads to, and a list of them. */
export function createProblemPages(folder: string): Hono {
  return new Hono({ strict: false })
    .get("/", (c) => c.html(<ProblemsPage />, 200, pageHeaders))
    .get("/:code{[a-z-]+}", (c) => {
      const path = join(folder, `${c.req.param("code")}.md`);
      if (!existsSync(path)) return c.notFound();
      return c.html(<ProblemPage markdown={readFileSync(path, "utf8")} />, 200, pageHeaders);
    });
}

function ProblemPage({ markdown }: { markdown: string }) {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Problem";
  return (
    <PlainPage title={title}>
      <p>
        <a href="/problems/">All problems</a>
      </p>
      <Markdown text={markdown} />
    </PlainPage>
  );
}

function ProblemsPage() {
  return (
    <PlainPage title="Problems">
      <h1>Problems</h1>
      <p>
        A call to an API of this platform that fails is answered with one of these. The page of each
        says what happened and what to do.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(problems).map(([code, { status, title }]) => (
            <tr>
              <td>
                <a href={`/problems/${code}`}>{code}</a>
              </td>
              <td>{status}</td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PlainPage>
  );
}
