import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { PlainPage, pageHeaders } from "./page.tsx";

/** The page of each problem, which the `type` of a problem leads to. */
export function createProblemPages(folder: string): Hono {
  return new Hono({ strict: false }).get("/:code{[a-z-]+}", (c) => {
    const path = join(folder, `${c.req.param("code")}.md`);
    if (!existsSync(path)) return c.notFound();
    return c.html(<ProblemPage markdown={readFileSync(path, "utf8")} />, 200, pageHeaders);
  });
}

function ProblemPage({ markdown }: { markdown: string }) {
  const blocks = markdown.split(/\n{2,}/);
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Problem";
  return (
    <PlainPage title={title}>
      {blocks.map((block) => (
        <Block text={block} />
      ))}
    </PlainPage>
  );
}

/** Problem pages are written with headings, paragraphs, lists and examples, and nothing else. */
function Block({ text }: { text: string }) {
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading)
    return heading[1] === "#" ? <h1>{plain(heading[2])}</h1> : <h2>{plain(heading[2])}</h2>;
  if (text.startsWith("```")) return <pre>{text.replace(/^```\w*\n|\n```\s*$/g, "")}</pre>;
  if (/^[-*] /.test(text))
    return (
      <ul>
        {text.split(/\n(?=[-*] )/).map((item) => (
          <li>{plain(item.slice(2))}</li>
        ))}
      </ul>
    );
  return <p>{plain(text)}</p>;
}

function plain(text = ""): string {
  return text.replaceAll("`", "").replaceAll("**", "").replaceAll("\n", " ");
}
