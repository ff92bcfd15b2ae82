function cgroupFolders(text, controller) {
	return text.split("\n").flatMap((line) => {
		const [id, controllers = "", path] = line.split(":");
		if (path === void 0) return [];
		if (id === "0" && controllers === "") return upwards("/sys/fs/cgroup", path);
		return controllers.split(",").includes(controller) ? upwards(`/sys/fs/cgroup/${controller}`, path) : [];
	});
}
function upwards(mount, path) {
	const parts = path.split("/").filter((part) => part !== "");
	return Array.from({ length: parts.length + 1 }, (_, at) => [mount, ...parts.slice(0, parts.length - at)].join("/"));
}
export { cgroupFolders };
