import { FactList, type ShownFact } from "../../pages/fact-list.tsx";
import type { Choice } from "../../pages/parts.tsx";
import { PlaceMap } from "../../pages/place-map.tsx";
import type { Fact } from "../facts.ts";
import type { ItemView } from "../view.ts";

interface FactsProps {
  readonly view: ItemView;
}

/** Who reported it, and how to reach them. */
export function Who({ view }: FactsProps) {
  return <FactList title="Who" id="who" facts={shown(view, "who")} />;
}

/** Where it is, with a plan where the place is known. */
export function Where({ view }: FactsProps) {
  return (
    <FactList title="Where" id="where" facts={shown(view, "where")}>
      {view.point ? <PlaceMap point={view.point} /> : null}
    </FactList>
  );
}

/** Every other attribute that has a value. */
export function Particulars({ view }: FactsProps) {
  return <FactList title="Particulars" id="particulars" facts={shown(view, "particulars")} />;
}

/** What ties it to other systems, for whoever looks under the bonnet. */
export function Machine({ view }: FactsProps) {
  return (
    <details class="panel">
      <summary>For systems, not for people</summary>
      <dl class="facts">
        {view.facts.machine.map(({ name, text }) => (
          <>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function shown({ facts, href }: ItemView, group: keyof ItemView["facts"]): ShownFact[] {
  return facts[group].map(({ name, text, files }: Fact) => ({
    name,
    value: files ? <FileLinks files={files} address={href} /> : text,
  }));
}

function FileLinks({ files, address }: { files: readonly Choice[]; address: string }) {
  return (
    <ul class="plain links">
      {files.map(({ value, text }) => (
        <li>
          <a href={`${address}/files/${value}`}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
