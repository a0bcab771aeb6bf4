export { GET, POST } from "@/app/_kit/auth";
