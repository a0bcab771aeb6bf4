import {
  Activity,
  Blocks,
  CalendarDays,
  CircleUser,
  CornerUpRight,
  ExternalLink,
  FileText,
  History,
  Images,
  Inbox,
  Info,
  LayoutList,
  LibraryBig,
  LogOut,
  ScrollText,
  Settings,
  SpellCheck,
  SquareKanban,
  Sun,
  Tags,
  UserPen,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/newsroom/link";
import type { FormAction } from "@/components/ui/form";
import type { Capability } from "@/domain/people/capability";
import { type Actor, can, ROLE_NAMES } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { NavLink } from "./nav-link";
import { NoticesBell } from "./notices/bell";
import { Palette } from "./palette/palette";
import { ShellFrame } from "./shell-frame";

/** @property unless who may this finds the place within another */
type Place = { name: string; href: string; icon: ReactNode; needs: Capability; unless?: Capability };

const GROUPS: { name: string; places: Place[] }[] = [
  {
    name: "Stories",
    places: [
      { name: "Today", href: routes.newsroom.home(), icon: <Sun size={18} />, needs: "article.read" },
      { name: "My work", href: routes.newsroom.work(), icon: <Inbox size={18} />, needs: "article.read" },
      { name: "Articles", href: routes.newsroom.articles(), icon: <FileText size={18} />, needs: "article.read" },
      { name: "Board", href: routes.newsroom.board(), icon: <SquareKanban size={18} />, needs: "article.read" },
      { name: "Calendar", href: routes.newsroom.calendar(), icon: <CalendarDays size={18} />, needs: "article.read" },
      { name: "Activity", href: routes.newsroom.activity(), icon: <History size={18} />, needs: "article.read" },
      { name: "Media", href: routes.newsroom.media(), icon: <Images size={18} />, needs: "asset.read" },
    ],
  },
  {
    name: "Publication",
    places: [
      { name: "Bylines", href: routes.newsroom.bylines(), icon: <UserPen size={18} />, needs: "taxonomy.manage" },
      { name: "Sections", href: routes.newsroom.sections(), icon: <LayoutList size={18} />, needs: "taxonomy.manage" },
      { name: "Topics", href: routes.newsroom.topics(), icon: <Tags size={18} />, needs: "taxonomy.manage" },
      { name: "Series", href: routes.newsroom.series(), icon: <LibraryBig size={18} />, needs: "taxonomy.manage" },
      { name: "Snippets", href: routes.newsroom.snippets(), icon: <Blocks size={18} />, needs: "snippet.manage" },
      {
        name: "House style",
        href: routes.newsroom.settings("style"),
        icon: <SpellCheck size={18} />,
        needs: "style.manage",
        unless: "settings.manage",
      },
      {
        name: "Redirects",
        href: routes.newsroom.redirects(),
        icon: <CornerUpRight size={18} />,
        needs: "redirect.manage",
      },
      { name: "About pages", href: routes.newsroom.about(), icon: <Info size={18} />, needs: "about.edit" },
    ],
  },
  {
    name: "House",
    places: [
      { name: "People", href: routes.newsroom.people(), icon: <Users size={18} />, needs: "staff.manage" },
      { name: "Audit trail", href: routes.newsroom.audit(), icon: <ScrollText size={18} />, needs: "audit.read" },
      { name: "Settings", href: routes.newsroom.settings(), icon: <Settings size={18} />, needs: "settings.manage" },
      {
        name: "Operations",
        href: routes.newsroom.operations(),
        icon: <Activity size={18} />,
        needs: "settings.manage",
      },
    ],
  },
];

/** What stands around every page of the newsroom. It shows what the actor may open; each page refuses by itself. */
export function Shell({
  publicationName,
  actor,
  unread,
  signOut,
  startArticle,
  children,
}: {
  publicationName: string;
  actor: Actor;
  /** How many notices they have not read. */
  unread: number;
  signOut: () => Promise<void>;
  startArticle: FormAction;
  children: ReactNode;
}) {
  const groups = GROUPS.map(({ name, places }) => ({
    name,
    places: places.filter(({ needs, unless }) => can(actor, needs) && !(unless && can(actor, unless))),
  }));
  const finder = (
    <Palette
      places={[
        ...groups.flatMap(({ places }) => places.map(({ name, href }) => ({ name, href }))),
        { name: "Your account", href: routes.newsroom.account() },
      ]}
      mayBegin={can(actor, "article.create")}
      mayReadTrail={can(actor, "audit.read")}
      startArticle={startArticle}
      signOut={signOut}
    />
  );
  return (
    <div data-shell="" className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-md bg-ink px-4 py-2 font-semibold text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <ShellFrame brand={<Brand name={publicationName} />} bell={<NoticesBell unread={unread} />} finder={finder}>
        <nav aria-label="Newsroom" className="grid gap-5 pt-2 lg:pt-6">
          {groups.map((group) => (
            <Group key={group.name} {...group} />
          ))}
        </nav>
        <div className="mt-6 border-t border-line pt-4 lg:mt-auto">
          <p className="px-3 leading-snug">
            <span className="block font-semibold break-words">{actor.name}</span>
            <span className="block text-sm text-muted">{ROLE_NAMES[actor.role]}</span>
          </p>
          <div className="mt-2 grid">
            <NavLink href={routes.newsroom.account()} icon={<CircleUser size={18} />}>
              Your account
            </NavLink>
            <a
              href={routes.home()}
              className="flex min-h-10 items-center gap-3 rounded-md px-3 text-ink no-underline hover:bg-line/50 lg:min-h-9"
            >
              <ExternalLink aria-hidden size={18} className="text-muted" />
              View the site
            </a>
            <form action={signOut}>
              <button
                type="submit"
                className="flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-md px-3 text-left hover:bg-line/50 lg:min-h-9"
              >
                <LogOut aria-hidden size={18} className="text-muted" />
                Sign out
              </button>
            </form>
          </div>
        </div>
      </ShellFrame>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-6 lg:px-10 lg:py-9">
        <div className="mx-auto max-w-6xl">{children}</div>
      </main>
    </div>
  );
}

function Group({ name, places }: { name: string; places: Place[] }) {
  if (places.length === 0) return null;
  return (
    <div>
      <p aria-hidden className="px-3 pb-1 text-xs font-semibold tracking-wide text-muted">
        {name}
      </p>
      <ul aria-label={name} className="grid gap-0.5">
        {places.map((place) => (
          <li key={place.href}>
            <NavLink href={place.href} icon={place.icon} exact={place.href === routes.newsroom.home()}>
              {place.name}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Brand({ name }: { name: string }) {
  return (
    <Link
      href={routes.newsroom.home()}
      className="block min-w-0 text-ink no-underline lg:w-full lg:border-b-4 lg:border-double lg:border-ink lg:pb-3"
    >
      <span className="block truncate font-serif lg:pr-9 text-xl leading-tight font-bold lg:text-2xl lg:whitespace-normal">
        {name}
      </span>
      <span className="block text-xs font-semibold text-accent">Newsroom</span>
    </Link>
  );
}
