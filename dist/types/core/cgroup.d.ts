/**
 * Folders in which Linux keeps what a container may use, for this text of /proc/self/cgroup: those of the process itself first,
 * then of what it is inside of, which limits it too. In a container the path may be that of the host, and only the last
 * folder exists: files that are missing are to be passed over. Version 2 has one tree, version 1 one for each controller.
 */
export declare function cgroupFolders(text: string, controller: 'cpu' | 'memory'): string[];
