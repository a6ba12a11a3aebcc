package io.github.usher.benchmarks.site;

import jakarta.servlet.Servlet;
import java.io.File;
import java.net.InetAddress;
import org.apache.catalina.Context;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/**
 * A Tomcat on 127.0.0.1 with one application; says {@code PORT n} when it has served a first request, and ends when its
 * standard input does.
 */
public final class TomcatProcess {
    /** The system property that limits the threads for requests. */
    public static final String MOST_THREADS = "benchmarks.most-threads";

    private static final int MOST_CONNECTIONS = 20_000;

    private TomcatProcess() {}

    /** @param args a base folder, the application's folder, what handles {@code /contact.do}, and the API's address */
    public static void main(String[] args) throws Exception {
        var base = new File(args[0]);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(base.getPath());
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.setPort(0);
        var connector = tomcat.getConnector();
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("maxConnections", Integer.toString(MOST_CONNECTIONS));
        connector.setProperty("acceptCount", "4000");
        connector.setProperty("maxThreads", System.getProperty(MOST_THREADS));
        connector.setProperty("keepAliveTimeout", "60000");
        connector.setProperty("connectionTimeout", "60000");
        connector.setProperty("maxKeepAliveRequests", "-1");
        var site = tomcat.addWebapp(tomcat.getHost(), "", args[1], new ContextConfig());
        site.setParentClassLoader(TomcatProcess.class.getClassLoader());
        add(site, "default", "/", new DefaultServlet());
        add(site, "contact", "/contact.do", handler(args[2], args[3]));
        add(site, "upload", "/upload.do", new UploadServlet());
        add(site, "download", "/download", new DownloadServlet());
        add(site, "thanks", "/thanks.html", new ThanksServlet());
        add(tomcat.addContext("/probe", base.getPath()), "probe", "/*", new ProbeServlet());
        tomcat.start();
        System.out.println("PORT " + connector.getLocalPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Until its parent goes.
        }
        tomcat.stop();
        System.exit(0);
    }

    private static Servlet handler(String kind, String api) {
        return switch (kind) {
            case "site" -> new ContactServlet();
            case "blocking" -> new BlockingServlet(api);
            case "bare-async" -> new AsyncServlet(api);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static void add(Context context, String name, String path, Servlet servlet) {
        var added = Tomcat.addServlet(context, name, servlet);
        added.setAsyncSupported(true);
        context.addServletMappingDecoded(path, name);
    }
}
