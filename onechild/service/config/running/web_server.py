"""How the web server runs; gunicorn reads this module (`-c python:onechild.service.config.running.web_server`)."""

from __future__ import annotations

import os

from onechild.service.config.logs import LOGGING

wsgi_app = "onechild.service.config.wsgi"
bind = os.environ.get("ONECHILD_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("ONECHILD_WORKERS", "2"))
# Threads, because a browser opens connections ahead of need, and one that says nothing would hold a whole worker.
worker_class = "gthread"
threads = int(os.environ.get("ONECHILD_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 10
# Each worker is begun anew now and then, never both at once: a leak in a library stays small.
max_requests = 20_000
max_requests_jitter = 2_000

accesslog = None  # the request log of config.logs takes its place: it knows a page's name, so it need not tell its path
logconfig_dict = LOGGING
control_socket_disable = True
