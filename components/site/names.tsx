import type { Named } from "@/domain/articles/card";
import { routes } from "@/lib/routes";

/** Names in a row as they are said: "A", "A and B", "A, B and C". Linked to their profiles unless told. */
export function Names({ of, linked = true }: { of: readonly Named[]; linked?: boolean }) {
  return of.map((person, index) => (
    <span key={person.slug}>
      {index > 0 && (index === of.length - 1 ? " and " : ", ")}
      {linked ? (
        <a href={routes.byline(person.slug)} rel="author" className="font-semibold underline-offset-2 hover:underline">
          {person.name}
        </a>
      ) : (
        person.name
      )}
    </span>
  ));
}
