import { describe, expect, test } from "vitest";
import { EMBED_FRAME_HOSTS, embedOf } from "./embeds";

const ID = "dQw4w9WgXcQ";
const TUBE = `https://www.youtube-nocookie.com/embed/${ID}`;
const DID = "did:plc:z72i7hdynmk6r22z27h6tvur";

describe("embedOf", () => {
  test.each([
    [`https://www.youtube.com/watch?v=${ID}`, "YouTube", TUBE],
    [`https://m.youtube.com/watch?list=PL1&v=${ID}&t=1m5s`, "YouTube", `${TUBE}?start=65`],
    [`https://youtu.be/${ID}?t=90`, "YouTube", `${TUBE}?start=90`],
    [`http://youtube.com/embed/${ID}?start=7`, "YouTube", `${TUBE}?start=7`],
    [`https://www.youtube.com/shorts/${ID}`, "YouTube", TUBE],
    [`https://www.youtube.com/live/${ID}?feature=share`, "YouTube", TUBE],
    ["https://vimeo.com/76979871", "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1"],
    ["https://vimeo.com/76979871/0a1b2c3d4e", "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e"],
    [
      "https://player.vimeo.com/video/76979871?h=0a1b2c3d",
      "Vimeo",
      "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d",
    ],
    ["https://vimeo.com/channels/staffpicks/76979871", "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1"],
    [
      "https://open.spotify.com/intl-de/episode/512ojhOuo1ktJprKbVcKyQ?si=x",
      "Spotify",
      "https://open.spotify.com/embed/episode/512ojhOuo1ktJprKbVcKyQ",
    ],
    [
      "https://podcasts.apple.com/us/podcast/the-daily/id1200361736?i=1000660001234",
      "Apple Podcasts",
      "https://embed.podcasts.apple.com/us/podcast/id1200361736?i=1000660001234",
    ],
    [
      "https://soundcloud.com/some-one/sets/a-list",
      "SoundCloud",
      "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fsome-one%2Fsets%2Fa-list",
    ],
    [
      "https://bsky.app/profile/halyard.example/post/3l6oveex3ii2l",
      "Bluesky",
      "https://embed.bsky.app/embed/halyard.example/app.bsky.feed.post/3l6oveex3ii2l?id=3l6oveex3ii2l",
    ],
    [
      `https://bsky.app/profile/${DID}/post/3l6oveex3ii2l`,
      "Bluesky",
      `https://embed.bsky.app/embed/${DID}/app.bsky.feed.post/3l6oveex3ii2l?id=3l6oveex3ii2l`,
    ],
    [
      "https://twitter.com/somebody/status/1234567890123456789?s=20",
      "X",
      "https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true",
    ],
    [
      "https://www.instagram.com/reel/Cx_-12ab/?igsh=1",
      "Instagram",
      "https://www.instagram.com/reel/Cx_-12ab/embed/captioned/",
    ],
    [
      "https://www.tiktok.com/@some.one/video/7301234567890123456",
      "TikTok",
      "https://www.tiktok.com/embed/v2/7301234567890123456",
    ],
    [
      "https://fosstodon.org/@somebody/111222333444555666",
      "Mastodon",
      "https://fosstodon.org/@somebody/111222333444555666/embed",
    ],
  ])("knows %s", (url, provider, frameSrc) => {
    expect(embedOf(url)).toMatchObject({ provider, frameSrc });
    if (provider !== "Mastodon") expect(EMBED_FRAME_HOSTS).toContain(new URL(frameSrc).host);
  });

  test("a film stands upright where it was taken upright, a sound in the height of its player", () => {
    expect(embedOf(`https://www.youtube.com/shorts/${ID}`)?.room).toEqual({ ratio: 9 / 16 });
    expect(embedOf("https://soundcloud.com/a/b")?.room).toEqual({ height: 166 });
  });

  test.each([
    "",
    "not an address",
    "javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ",
    `data:text/html,https://youtu.be/${ID}`,
    `ftp://youtu.be/${ID}`,
    `https://user:pass@youtu.be/${ID}`,
    `https://youtube.com.evil.example/watch?v=${ID}`,
    `https://evilyoutube.com/watch?v=${ID}`,
    `https://youtube.com@evil.example/watch?v=${ID}`,
    "https://www.youtube.com/watch?v=../../x",
    'https://www.youtube.com/watch?v="onload=x"',
    `https://www.youtube.com/watch?v=${ID}x`,
    "https://www.youtube.com/embed/videoseries",
    "https://www.youtube.com/@channel",
    "https://vimeo.com/76979871abc",
    "https://vimeo.com/ondemand/76979871",
    "https://open.spotify.com/user/512ojhOuo1ktJprKbVcKyQ",
    "https://open.spotify.com/track/..%2F..%2Fx",
    "https://soundcloud.com/one/two/three/four",
    "https://soundcloud.com/one/%22%3E",
    "https://bsky.app/profile/halyard.example/post/3l6oveex3ii2l%2Fx",
    "https://x.com/somebody/status/12x",
    "https://www.instagram.com/somebody/",
    "https://localhost/@somebody/111222333444555666",
    "https://127.0.0.1/@somebody/111222333444555666",
    "https://[::1]/@somebody/111222333444555666",
    "https://printer.local/@somebody/111222333444555666",
    "https://fosstodon.org:8443/@somebody/111222333444555666",
    "https://fosstodon.org/@somebody/111222333444555666/evil",
    "https://fosstodon.org/@some%22body/111222333444555666",
  ])("knows nothing of %s", (url) => {
    expect(embedOf(url)).toBeNull();
  });
});
