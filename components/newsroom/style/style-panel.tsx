"use client";

import { useEffect, useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import type { ArticleContent } from "@/domain/articles/article";
import type { Finding } from "@/domain/style/checking";
import type { StyleRule } from "@/domain/style/style";
import { goTo, mend } from "./mending";
import { useOpenEditor } from "./open-editor";
import { markFindings } from "./style-marks";
import { useFindings } from "./use-findings";
import { useKept } from "./use-kept";

/** The names of checks that every paper has; a rule of the house is named by the words it found. */
const CHECKS: Record<string, string> = {
  "doubled-space": "Doubled space",
  "headline-stop": "Full stop in the headline",
  "straight-quote": "Straight quotation mark",
};

/**
 * What the house would write otherwise in this story, and the ways to deal with it. It keeps nobody from anything, and is
 * off where its user, on this device, wants it so.
 */
export function StylePanel({
  articleId,
  actorId,
  content,
  rules,
  language,
  names,
  onChange,
}: {
  articleId: string;
  actorId: string;
  content: ArticleContent;
  rules: readonly StyleRule[];
  language: string;
  /** Of those who are credited. */
  names: readonly string[];
  onChange: (change: Partial<ArticleContent>) => void;
}) {
  const editor = useOpenEditor();
  const [off, keepOff] = useKept(`masthead.style-off.${actorId}`);
  const [kept, keepIgnored] = useKept(`masthead.style-ignored.${articleId}`);
  const heading = useRef<HTMLHeadingElement>(null);
  const ignored = useMemo(() => new Set(kept.split("\n").filter(Boolean)), [kept]);
  const all = useFindings({ content, rules, language, names, on: off === "" && editor !== null });
  const findings = useMemo(() => all.filter(({ id }) => !ignored.has(keyOf(id))), [all, ignored]);
  const left = new Set(all.filter(({ id }) => ignored.has(keyOf(id))).map(({ id }) => id)).size;
  const groups = useMemo(() => [...grouped(findings)], [findings]);

  useEffect(() => {
    // A letter that is being composed is not to be disturbed: what follows it marks again.
    if (editor && !editor.isDestroyed && !editor.view.composing) markFindings(editor, findings);
  }, [editor, findings]);

  /** The button that was pressed goes with what it did. */
  const done = () => heading.current?.focus();

  return (
    <section aria-labelledby="style-heading" className="grid grid-cols-1 gap-3 border-line border-t pt-5">
      <h2 id="style-heading" ref={heading} tabIndex={-1} className="font-serif text-lg font-semibold outline-none">
        Style
      </h2>
      <Checkbox
        label="Check the style"
        hint="Kept on this device. It never keeps a story from being published."
        checked={off === ""}
        onChange={(event) => keepOff(event.currentTarget.checked ? "" : "off")}
      />
      {off === "" && editor && (
        <>
          <p role="status" className="text-sm text-muted">
            {findings.length === 0
              ? "Nothing to mend."
              : `${findings.length} ${findings.length === 1 ? "thing" : "things"} to look at.`}
          </p>
          {groups.length > 0 && (
            <ul aria-label="Found in this story" className="grid max-h-96 gap-2 overflow-y-auto">
              {groups.map(([id, group]) => (
                <Found
                  key={id}
                  group={group}
                  onGo={(finding) => goTo(editor, finding)}
                  onMend={() => {
                    const change = mend(editor, group, content);
                    if (Object.keys(change).length > 0) onChange(change);
                    done();
                  }}
                  onIgnore={() => {
                    keepIgnored([...ignored, keyOf(id)].join("\n"));
                    done();
                  }}
                />
              ))}
            </ul>
          )}
          {left > 0 && (
            <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <span>{left} ignored in this story.</span>
              <Button
                look="quiet"
                onClick={() => {
                  keepIgnored("");
                  done();
                }}
              >
                Show again
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** All findings of one kind and the same words. */
function Found({
  group,
  onGo,
  onMend,
  onIgnore,
}: {
  group: Finding[];
  onGo: (finding: Finding) => void;
  onMend: () => void;
  onIgnore: () => void;
}) {
  const next = useRef(0);
  const [first] = group;
  if (!first) return null;
  const name = CHECKS[first.rule] ?? `“${first.text.length > 60 ? `${first.text.slice(0, 60)}…` : first.text}”`;
  const about = <span className="sr-only"> {name}</span>;
  const mendable = group.filter(({ replacement }) => replacement !== undefined);
  return (
    <li className="grid gap-1.5 rounded-md bg-wash p-3 text-sm">
      <p className="font-semibold [overflow-wrap:anywhere]">
        {name}
        {group.length > 1 && <span className="font-normal text-muted"> × {group.length}</span>}
      </p>
      <p className="[overflow-wrap:anywhere]">{first.message}</p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          className="min-h-9! px-2.5! py-1!"
          onClick={() => {
            const finding = group[next.current % group.length];
            next.current++;
            if (finding) onGo(finding);
          }}
        >
          Go to{about}
        </Button>
        {mendable.length > 0 && (
          <Button className="min-h-9! px-2.5! py-1!" onClick={onMend}>
            {mendingOf(mendable)}
            {about}
          </Button>
        )}
        <Button look="quiet" className="min-h-9! px-2.5! py-1!" onClick={onIgnore}>
          Ignore{about}
        </Button>
      </div>
    </li>
  );
}

function mendingOf(group: Finding[]): string {
  const [{ replacement = "" } = {}] = group;
  const isWord = /\p{L}/u.test(replacement) && group.every((each) => each.replacement === replacement);
  const many = group.length > 1 ? ` in all ${group.length}` : "";
  return isWord ? `Use “${replacement}”${many}` : `Mend${many}`;
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.id, [...(groups.get(finding.id) ?? []), finding]);
  return groups;
}

/** An id as a line of what is kept. */
function keyOf(id: string): string {
  return id.replace(/\s+/g, " ");
}
