package io.github.usher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.usher", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionOfDependenciesTest {
    @ArchTest
    static final ArchRule data_flows_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("form")
            .definedBy("..usher.form..")
            .layer("template")
            .definedBy("..usher.template..")
            .layer("routing")
            .definedBy("..usher.routing..")
            .layer("booking")
            .definedBy("..usher.booking..")
            .layer("handoff")
            .definedBy("..usher.handoff..")
            .layer("guess")
            .definedBy("..usher.guess..")
            .layer("mapping")
            .definedBy("..usher.mapping..")
            .layer("config")
            .definedBy("..usher.config..")
            .layer("submission")
            .definedBy("..usher.submission..")
            .layer("drift")
            .definedBy("..usher.drift..")
            .layer("store")
            .definedBy("..usher.store..")
            .layer("delivery")
            .definedBy("..usher.delivery..")
            .layer("aftermath")
            .definedBy("..usher.aftermath..")
            .layer("desk")
            .definedBy("..usher.desk..")
            .whereLayer("template")
            .mayOnlyBeAccessedByLayers("handoff", "mapping", "config", "drift", "delivery", "desk")
            .whereLayer("handoff")
            .mayOnlyBeAccessedByLayers("mapping", "config", "submission", "store", "delivery", "aftermath", "desk")
            .whereLayer("guess")
            .mayOnlyBeAccessedByLayers("drift")
            .whereLayer("drift")
            .mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("booking")
            .mayOnlyBeAccessedByLayers("submission", "store", "delivery", "aftermath", "desk")
            .whereLayer("mapping")
            .mayOnlyBeAccessedByLayers("config", "drift", "delivery", "desk")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("submission", "store", "drift", "delivery", "aftermath", "desk")
            .whereLayer("submission")
            .mayOnlyBeAccessedByLayers("store", "delivery", "aftermath", "desk")
            .whereLayer("store")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("aftermath")
            .whereLayer("aftermath")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("desk")
            .mayNotBeAccessedByAnyLayer()
            .because("each package is one step of a submission's way, and knows only the steps before it");

    @ArchTest
    static final ArchRule no_two_packages_need_each_other =
            slices().matching("io.github.usher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_core_knows_no_servlet = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "javax.servlet..")
            .because("matching, mapping and delivery are the same under either servlet API and under none");

    @ArchTest
    static final ArchRule only_routing_sees_jersey = noClasses()
            .that()
            .resideOutsideOfPackage("..usher.routing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.glassfish..", "jakarta.ws.rs..", "java.net.http..")
            .because("a failure of the API is a value outside of the client");

    @ArchTest
    static final ArchRule only_the_store_sees_jdbc = noClasses()
            .that()
            .resideOutsideOfPackage("..usher.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "javax.naming..", "org.h2..", "com.zaxxer..")
            .because("which database keeps a submission is nobody else's business");

    @ArchTest
    static final ArchRule only_config_sees_the_yaml_parser = noClasses()
            .that()
            .resideOutsideOfPackage("..usher.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..")
            .because("what comes out of the config are plain records");

    @ArchTest
    static final ArchRule only_the_readers_of_sites_see_jsoup = noClasses()
            .that()
            .resideOutsideOfPackages("..usher.site..", "..usher.page..", "..usher.scan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..")
            .because("a page that was read is a plain record");

    @ArchTest
    static final ArchRule a_running_site_does_without_the_readers_of_pages = noClasses()
            .that()
            .resideOutsideOfPackages("..usher.page..", "..usher.scan..", "..usher.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..usher.page..", "..usher.scan..")
            .because("only a person at a terminal needs them");
}
