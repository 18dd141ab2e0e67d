import { type PrettyLine, prettyLines } from "../pretty.ts";
import type { Finding } from "../submission.ts";

interface XmlViewProps {
  readonly xml: string;
  readonly findings: readonly Finding[];
}

/** A file of reports, line by line, with each fault under the line that it is about. */
export function XmlView({ xml, findings }: XmlViewProps) {
  const lines = prettyLines(xml);
  return (
    <section class="panel" aria-labelledby="file">
      <h2 id="file">The file</h2>
      <section class="xml" aria-label="XML, laid out" tabindex={0}>
        <ol>
          {lines.map((line) => (
            <Line line={line} findings={findings.filter((one) => isAt(one, line))} />
          ))}
        </ol>
      </section>
    </section>
  );
}

function Line({ line, findings }: { line: PrettyLine; findings: readonly Finding[] }) {
  const places = new Set(findings.map(({ position }) => position));
  return (
    <li class={findings.length > 0 ? "faulty" : undefined}>
      {[...places].map((position) => (
        <span id={`at-${position}`} />
      ))}
      <code>
        {"  ".repeat(line.depth)}
        {line.text}
      </code>
      {findings.map(({ code, sentence }) => (
        <p class="wrong">
          {code} {sentence}
        </p>
      ))}
    </li>
  );
}

/** An attribute is on its element's line. */
function isAt({ position }: Finding, line: PrettyLine): boolean {
  return position !== undefined && position.replace(/\/?@[^/]*$/, "") === line.position;
}
