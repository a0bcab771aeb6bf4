"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Machines } from "@/domain/settings/machines";
import { Group } from "./group";

const ADDRESS = { inputMode: "url", autoCapitalize: "none", spellCheck: false, maxLength: 300 } as const;

/** What machines are told, and which of them. */
export function MachinesForm({ action, machines: of }: { action: FormAction; machines: Machines }) {
  const [key, setKey] = useState(of.indexNowKey);
  return (
    <ActionForm action={action} submit="Save" done="Saved." keep className="grid max-w-2xl gap-8">
      {({ value, error }) => {
        const field = (name: string, initially: string) => ({
          name,
          defaultValue: value(name, initially),
          error: error(name),
        });
        return (
          <>
            <Group title="Advertising">
              <TextArea
                label="ads.txt"
                rows={6}
                maxLength={50_000}
                spellCheck={false}
                autoCapitalize="none"
                className="font-mono text-sm"
                hint="Who may sell advertising on the paper: the whole of the file at /ads.txt."
                {...field("adsTxt", of.adsTxt)}
              />
            </Group>
            <Group title="Security" intro="Where researchers report a weakness: the file /.well-known/security.txt.">
              <TextField
                label="Contact"
                hint="An e-mail address, or a web address. Without it there is no such file."
                {...ADDRESS}
                {...field("security.contact", of.security.contact.replace(/^mailto:/, ""))}
              />
              <TextField
                label="Policy"
                hint="The address of a page that says how reports are treated."
                {...ADDRESS}
                {...field("security.policy", of.security.policy)}
              />
              <TextField
                label="Languages"
                hint="In which reports are read, as tags: en, fi."
                autoCapitalize="none"
                spellCheck={false}
                maxLength={100}
                {...field("security.languages", of.security.languages.join(", "))}
              />
            </Group>
            <Group
              title="Search engines"
              intro="Those that take part in IndexNow learn at once of every story that is new, changed or gone."
            >
              <div className="grid gap-2">
                <TextField
                  label="IndexNow key"
                  name="indexNowKey"
                  autoCapitalize="none"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={128}
                  value={key}
                  onChange={(event) => setKey(event.currentTarget.value)}
                  error={error("indexNowKey")}
                  hint="8 to 128 letters, digits and hyphens. It is no secret: it proves that a notice comes from this site."
                />
                {!key && (
                  <Button className="justify-self-start" onClick={() => setKey(newKey())}>
                    Make a key
                  </Button>
                )}
              </div>
              <TextField
                label="IndexNow address"
                hint="Where notices are sent, such as https://api.indexnow.org/indexnow. Nothing is sent without a key."
                {...ADDRESS}
                {...field("indexNowEndpoint", of.indexNowEndpoint)}
              />
            </Group>
            <Group title="Feed readers" intro="A hub passes on what is new to everybody who subscribed through it.">
              <TextField
                label="WebSub hub"
                hint="Named in every feed, and told of each that changed, such as https://pubsubhubbub.appspot.com/."
                {...ADDRESS}
                {...field("webSubHub", of.webSubHub)}
              />
            </Group>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Random enough that nobody else has it. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
