// What Swift's Glibc leaves out: waiting for thousands of descriptors, and giving memory back.
#include <malloc.h>
#include <sys/epoll.h>
